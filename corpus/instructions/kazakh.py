"""The clauses of Kazakh instructions, a named rule for each form.

The unit comes first, then the quoted words with «деген сөз…», whose ending says their part, and the
verb at the end. Sources: as for Russian.
"""

from __future__ import annotations

from corpus.addresses import Unit, UnitKind
from corpus.instructions.combinators import (
    Forms,
    Part,
    Rule,
    address,
    as_added,
    as_behind,
    as_inline,
    as_more,
    as_new,
    first_of,
    listed,
    many,
    maybe,
    of_kind,
    quoted,
    says,
    seq,
    sign,
    unit_named,
    word,
)
from corpus.instructions.operations import Kind

_SAID = "(?:сөз|цифр|сан|сөйлем|аббревиатура|белгі|тіркес|әріп|әрп)"
_TO = "[ғгқк][ае]|н[ае]"
_ENDS = {"by": "(?:мен|бен|пен)", "from": "[дтн][ае]н", "of": "[дтн][ыі]ң"}


def _said(ending: str = "") -> Rule:
    """«деген сөз…», «деген сөз тіркес…», «деген цифр…» with an ending."""
    return first_of(
        seq(word("деген"), word("сөз", rf"тіркес\w*{ending}")),
        seq(
            word("деген", rf"{_SAID}\w*", "мен|бен|пен|және"),
            word(rf"{_SAID}\w*{ending}"),
        ),
        seq(word("деген"), word(rf"{_SAID}\w*{ending}")),
        word(rf"(?:сан|цифр)\w*{ending}"),
    )


_said_so, _said_by = _said(), _said(_ENDS["by"])
_said_from, _said_of = _said(_ENDS["from"]), _said(_ENDS["of"])
_said_to = _said(f"(?:{_TO})")

comma = sign(",")
joint = first_of(seq(comma, word("сондай-ақ|сондай")), comma, word("және|мен|бен|пен"))
quotes = listed(quoted, joint)
_respectively = word("тиісінше")
_cases = seq(word("тиісті|сәйкес"), word(r"септі[кг]\w*"), says(Part(inflected=True)))
_ACT = "заң|кодекс|жарлық|жарлығ|қаулы|шешім|бұйрық|бұйрығ|өкім"
_the_act = seq(
    maybe(word("жоғарыда")), word("көрсетілген|аталған"), maybe(word("конституциялық")),
    word(rf"(?:{_ACT})\w*(?:{_TO}|{_ENDS['of']})"), says(Part(whole_act=True)),
)  # fmt: skip
"""«көрсетілген қаулыға», «аталған шешімнің»: of the act itself, not of rules it approved."""
_text_of_act = seq(
    maybe(word("конституциялық")), word(rf"(?:{_ACT})\w*{_ENDS['of']}"),
    says(Part(whole_act=True)),
)  # fmt: skip
_throughout = seq(
    maybe(first_of(_the_act, _text_of_act)), maybe(word("бүкіл|барлық")),
    word(r"мәтін\w*", "бойынша"), says(Part(throughout=True)),
)  # fmt: skip
where = first_of(
    seq(address(), maybe(comma), _throughout),
    _throughout,
    seq(address(), word("мәтініндегі|мәтінінде")),
    seq(maybe(_the_act), address()),
)
"""The unit an instruction works on: «9-баптың 2-тармағындағы», «бүкіл мәтін бойынша»."""
where_added = address(f"(?<!{_ENDS['from']})")
"""The unit that gets new ones; the one that they follow has an ending of its own."""
_place = maybe(seq(where, maybe(comma)))
_ADD, _EXCLUDE = r"толықтырыл(?:сын|ады|ып)", r"таста(?:лсын|лынсын|лады|лып)"
_REPLACE = r"(?:ауыстырыл|өзгертіл)(?:сын|сін|ады|еді|ып|іп)"
_REWORD = r"(?:жазыл|баяндал)(?:сын|ады|ып)"
_add, _replace, _reword = word(_ADD), word(_REPLACE), word(_REWORD)
_exclude = word(r"алып|алынып", _EXCLUDE)

_BARE_UNITS = {
    "сөйлем(?:дер)?мен": Unit(UnitKind.SENTENCE),
    "абзац(?:тар)?(?:пен|мен)": Unit(UnitKind.INDENT),
    "бөлі(?:кпен|ктермен)": Unit(UnitKind.PART),
}
_new_units = as_added(
    seq(maybe(word("жаңа")), first_of(address(_ENDS["by"]), unit_named(_BARE_UNITS)))
)
_wording = seq(maybe(sign(":")), maybe(as_inline(quoted)), says(Part(announces=True)))
_following = maybe(seq(as_behind(address(_ENDS["from"])), word("кейін"), maybe(comma)))
_elsewhere = seq(
    word(r"осы"), many(word(r"[^\W\d_]+")), maybe(address()), word("сәйкес"),
    says(Part(in_appendix=True)),
)  # fmt: skip

insert_after = seq(
    _place, quoted, _said_from, word("кейін"), as_new(quoted), _said_by, _add,
    of_kind(Kind.INSERT_AFTER),
)  # fmt: skip
insert_before = seq(
    _place, quoted, _said_of, word("алдынан|алды|алдына"), as_new(quoted), _said_by, _add,
    of_kind(Kind.INSERT_BEFORE),
)  # fmt: skip
_line, _line_by = word("деген", r"жол\w*"), word("деген", rf"жол\w*{_ENDS['by']}")
"""A line of a list is replaced as words are; where a new one goes is not said in words."""
_pair = first_of(
    seq(
        quotes, _said_so, maybe(_throughout), maybe(_respectively), maybe(_cases), as_new(quotes),
        first_of(_said_by, _said_to),
    ),
    seq(quotes, _line, as_new(quotes), _line_by),
)  # fmt: skip
replace_words = seq(
    _place, _pair, many(as_more(seq(joint, _pair))), maybe(_respectively), maybe(_cases), _replace,
    of_kind(Kind.REPLACE_WORDS),
)  # fmt: skip
delete_words = seq(
    _place, quotes, _said_so, many(seq(joint, quotes, _said_so)), maybe(_throughout), _exclude,
    of_kind(Kind.DELETE_WORDS),
)  # fmt: skip
append_words = seq(_place, as_new(quoted), _said_by, _add, of_kind(Kind.APPEND_WORDS))
reword = seq(
    _place, first_of(seq(_elsewhere, word("жаңа|мынадай")), word("мынадай|жаңа|келесі")),
    word("редакцияда"), _reword, _wording, of_kind(Kind.REWORD),
)  # fmt: skip
add_units = seq(
    maybe(seq(where_added, maybe(comma))), _following, maybe(_elsewhere),
    maybe(word("мынадай|келесі", "мазмұндағы|редакциядағы")), _new_units, _following,
    maybe(word("мынадай|келесі", "мазмұнда")), _add, _wording, of_kind(Kind.ADD),
)  # fmt: skip
add_to_whole = seq(
    as_added(address(_ENDS["by"])), maybe(word("мынадай|келесі", "мазмұнда")), _add, _wording,
    of_kind(Kind.ADD),
)  # fmt: skip
delete_units = first_of(
    seq(where, _exclude, of_kind(Kind.DELETE)),
    seq(address(), word("күші", "жойылды", "деп", "танылсын"), of_kind(Kind.DELETE)),
)

forms: Forms = (
    (_ADD, first_of(insert_after, insert_before, append_words, add_units, add_to_whole)),
    (_REPLACE, replace_words),
    (_REWORD, reword),
    (f"{_EXCLUDE}|танылсын", first_of(delete_words, delete_units)),
)
"""An order matters only where one form is the beginning of another."""
scope = where
"""«4-бапта» before a colon."""
