"""The words of English notes: tag -> value -> words, whole or as stems."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "official": {
        "official": "its their official officially shall be is are was were been has have"
    },
    "label": {"label": "footnote footnotes note remark"},
    "editor": {"editor": "rcli illi rcpi ilpi"},
    "inclusive": {"inclusive": "inclusive inclusively"},
    "letter": {"letter": "letter"},
    "unit": {
        "art": "article articles art arts", "p": "point points paragraph paragraphs item items",
        "sp": "subpoint subpoints subparagraph subparagraphs subitem subitems sub-paragraph"
        " sub-paragraphs", "part": "part parts", "ind": "indent indents",
        "sentence": "sentence sentences", "ch": "chapter chapters", "sec": "section sections",
        "subsec": "subsection subsections", "app": "appendix appendices annex annexes",
        "preamble": "preamble", "words": "word words",
    },
    "heading": {"heading": "title heading"},
    "text": {"text": "text"},
    "throughout": {"throughout": "throughout"},
    "form": {
        "law": "law laws", "decree": "decree decrees edict", "resolution": "resolution resolutions",
        "order": "order orders", "decision": "decision decisions", "constitution": "constitution",
        "code": "code codes", "rules": "rules regulations regulation",
    },
    "whose": {
        "constitutional": "constitutional", "president": "president presidential",
        "government": "government", "maslikhat": "maslikhat", "minister": "minister ministry",
        "council": "council", "court": "court", "republic": "republic kazakhstan rk rok",
        "normative": "normative", "cec": "central cec", "commission": "election commission",
        "the": "the",
    },
    "of": {"of": "of dated"},
    "since": {"since": "from since on"},
    "until": {"before": "until till before"},
    "and": {"and": "and as-well-as"},
    "see": {"see": "see"},
    "as": {"as": "as"},
    "month": {
        "1": "january", "2": "february", "3": "march", "4": "april", "5": "may", "6": "june",
        "7": "july", "8": "august", "9": "september", "10": "october", "11": "november",
        "12": "december",
    },
    "not": {"not": "not"},
    "days": {"days": "day days date"},
    "calendar": {"calendar": "calendar", "working": "working business"},
    "months": {"months": "month months", "years": "years"},
    "count": {
        "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven",
        "8": "eight", "9": "nine", "10": "ten", "11": "eleven", "12": "twelve", "14": "fourteen",
        "15": "fifteen", "20": "twenty", "21": "twenty-one", "30": "thirty", "40": "forty",
        "45": "forty-five", "50": "fifty", "60": "sixty", "70": "seventy", "80": "eighty",
        "90": "ninety",
    },
    "ordinal": {
        "1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "6": "sixth",
        "7": "seventh", "8": "eighth", "9": "ninth", "10": "tenth",
    },
    "force": {"force": "force effect enforcement"},
    "enter": {
        "enter": "enter enters entered entry come comes came put puts enforced introduced enacted"
    },
    "order": {"order": "procedure"},
    "publication": {"publication": "publication published promulgation"},
    "registration": {"registration": "registration registered"},
    "signing": {"signing": "signing signed signature"},
    "expiry": {"expiry": "expiry expiration upon elapse"},
    "after": {"after": "after"},
    "except": {"except": "except excluding exception"},
    "language": {"kk": "kazakh", "ru": "russian"},
    "unchanged": {"unchanged": "unchanged"},
    "this": {"this": "this present"},
    "accordance": {"accordance": "accordance according pursuant under"},
    "effect": {"effect": "valid effective applies"},
    "extends": {"extends": "extends extend"},
    "arisen": {"arisen": "arisen arose"},
    "verb": {
        "amend": "amended amendment amendments changed changes alterations renumbered",
        "supplement": "supplemented supplements", "add": "added inserted",
        "redaction": "wording edition version reworded restated redaction",
        "exclude": "excluded deleted removed",
        "lapse": "repealed abolished annulled invalid ceased lost invalidated abrogated terminated"
        " expired lapsed void longer",
        "replace": "replaced substituted", "suspend": "suspended",
        "foresee": "foreseen envisaged stipulated planned provided",
    },
}  # fmt: skip

STEMS: dict[str, dict[str, str]] = {}
