"""The clauses of Russian instructions, a named rule for each form.

Sources: Law on Legal Acts, articles 23-27, and the forms that acts of Parliament and the Government
use; `docs/instructions.md` lists them with examples.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.addresses import Unit, UnitKind
from corpus.addresses.units import contains
from corpus.instructions.combinators import (
    Forms,
    Part,
    address,
    as_added,
    as_behind,
    as_inline,
    as_more,
    as_new,
    first_of,
    listed,
    made,
    many,
    maybe,
    of_kind,
    only_one,
    quoted,
    says,
    seq,
    sign,
    unit_named,
    word,
)
from corpus.instructions.operations import Kind

_SAID = (
    r"слов(?:а|о|ом|ами|у|е)?|словосочетани\w+|цифр\w*|числ\w+|знак\w*|аббревиатур\w+"
    r"|букв\w+|символ\w*|предложени(?:е|я|ем|ями)|обозначени\w+"
)
said = listed(seq(word(_SAID), maybe(word("препинания|слов"))), word("и"))
"""«слова», «цифры», «слово и цифры»: what the quotation after it is called."""
_said_or_line = first_of(said, word("строк(?:у|и|а|ой|ою|ами)"))
"""A line of a list is replaced as words are; where a new one goes is not said in words."""

comma = sign(",")
joint = first_of(seq(comma, word("а", "также")), seq(comma, word("и|а")), comma, word("и"))
quotes = listed(quoted, joint)
_respectively = word("соответственно")
_cases = seq(
    word("в", r"соответствующ\w+"),
    many(first_of(word(r"числ\w+|род\w+|и"), comma)),
    word(r"падеж\w*"),
    says(Part(inflected=True)),
)
_GENITIVE = "закона|кодекса|указа|постановления|приказа|решения|распоряжения"
_DATIVE = "закону|кодексу|указу|постановлению|приказу|решению|распоряжению"
_POINTED_OUT = r"указанн\w+|названн\w+|выше(?:указанн|названн)\w+"
_to_the_act = seq(
    first_of(
        seq(word("к", _POINTED_OUT), maybe(word("конституционному")), word(_DATIVE)),
        seq(word(_POINTED_OUT), maybe(word("конституционного")), word(_GENITIVE)),
    ),
    says(Part(whole_act=True)),
)
_text_of_act = seq(
    maybe(word(_POINTED_OUT)), maybe(word("конституционного")), word(_GENITIVE),
    says(Part(whole_act=True)),
)  # fmt: skip
_throughout = seq(
    first_of(word("по", "всему", "тексту"), word("по", "тексту")),
    maybe(_text_of_act),
    says(Part(throughout=True)),
)
_plain_at = seq(first_of(seq(word("в|во|из"), address()), address()), maybe(_to_the_act))
"""«в приложении 2 к указанному постановлению»: of the act itself, not of rules it approved."""


def _nested(part: Part) -> Part | None:
    """«в статье 27 предложение второе»: the unit named last stands in the one before it."""
    outer, *inner = part.paths
    if any(contains(outer[-1].kind, path[0].kind) is not True for path in inner):
        return None
    return replace(part, paths=tuple((*outer, *path) for path in inner))


_at = first_of(
    made(seq(word("в|во"), only_one(address()), address()), _nested),
    _plain_at,
)


def _with_heading(part: Part) -> Part:
    """«в заголовке и по всему тексту статьи 5»: the heading is of the unit named after it."""
    heading, *texts = part.paths
    texts = texts or [()]
    return replace(part, paths=(*((*text, *heading) for text in texts), *texts))


_heading_and_text = made(
    seq(
        word("в"),
        address("заголовке|наименовании"),
        word("и"),
        first_of(_throughout, word("в", "тексте"), word("тексте")),
        maybe(address()),
    ),
    _with_heading,
)
where = first_of(
    _heading_and_text,
    seq(_throughout, maybe(address())),
    seq(_at, maybe(comma), _throughout),
    seq(word("в", "тексте"), address()),
    _at,
)
"""The unit an instruction works on: «в подпункте 1) пункта 2», «по всему тексту статьи 5»."""
_place = maybe(seq(where, maybe(comma)))
_ADD = "дополнить|дополняется|дополняются|дополнив"
_EXCLUDE = "исключить|исключается|исключаются|исключив"
_REPLACE = "заменить|заменяется|заменяются|заменив"
_REWORD = "изложить|излагается|излагаются|изложив"
_add, _exclude, _replace, _reword = word(_ADD), word(_EXCLUDE), word(_REPLACE), word(_REWORD)

_BARE_UNITS = {
    r"предложени(?:ем|ями)": Unit(UnitKind.SENTENCE),
    r"абзац(?:ем|ами)": Unit(UnitKind.INDENT),
    r"част(?:ью|ями)": Unit(UnitKind.PART),
}
_new_units = as_added(seq(maybe(word(r"нов\w+")), first_of(address(), unit_named(_BARE_UNITS))))
_following = maybe(seq(word("после"), as_behind(address()), maybe(comma)))
_elsewhere = seq(
    maybe(comma),
    word("согласно"),
    says(Part(in_appendix=True)),
    many(first_of(word(r"[^\W\d_]+"), address(), comma)),
)
_wording = seq(maybe(sign(":")), maybe(as_inline(quoted)), says(Part(announces=True)))

insert_after = seq(
    _place, word("после"), said, quoted, maybe(comma), _add, said, as_new(quoted),
    of_kind(Kind.INSERT_AFTER),
)  # fmt: skip
insert_after_reversed = seq(
    _place, _add, word("после"), said, quoted, maybe(comma), said, as_new(quoted),
    of_kind(Kind.INSERT_AFTER),
)  # fmt: skip
insert_before = seq(
    _place, word("перед"), said, quoted, maybe(comma), _add, said, as_new(quoted),
    of_kind(Kind.INSERT_BEFORE),
)  # fmt: skip
_further_pair = as_more(
    seq(comma, said, quotes, maybe(first_of(sign("-"), _replace)), said, as_new(quotes))
)
_by = first_of(seq(word("на"), maybe(said)), _said_or_line)
_replaced = seq(_said_or_line, quotes, maybe(_cases), maybe(_throughout), maybe(_respectively))
_replacing = seq(
    maybe(_respectively), _by, maybe(_respectively), as_new(quotes), maybe(_respectively),
    maybe(_cases), many(_further_pair), of_kind(Kind.REPLACE_WORDS),
)  # fmt: skip
replace_words = first_of(
    seq(_place, _replaced, _replace, _replacing),
    seq(_replace, where, _replaced, _replacing),
)
_deleted = seq(said, quotes, many(seq(joint, said, quotes)), maybe(_throughout))
delete_words = seq(
    first_of(seq(_place, _deleted, _exclude), seq(_exclude, where, _deleted)),
    of_kind(Kind.DELETE_WORDS),
)
_appended = seq(said, as_new(quoted), of_kind(Kind.APPEND_WORDS))
append_words = first_of(seq(_place, _add, _appended), seq(_add, _plain_at, _appended))
reword = seq(
    _place, _reword, word("в"), maybe(word("следующей|новой")), word("редакции"),
    first_of(_elsewhere, _wording), of_kind(Kind.REWORD),
)  # fmt: skip
reword_gerund = seq(
    _reword, where, word("в"), word("следующей|новой"), word("редакции"),
    first_of(_elsewhere, _wording), of_kind(Kind.REWORD),
)  # fmt: skip
add_units = seq(
    _place, _following, maybe(word("его|ее")), _add, _new_units, _following,
    first_of(
        _elsewhere,
        seq(word("следующего", "содержания"), _wording),
        seq(word("в", "следующей", "редакции"), _wording),
        _wording,
    ),
    of_kind(Kind.ADD),
)  # fmt: skip
add_units_reversed = seq(
    _add, _plain_at, _new_units, maybe(word("следующего", "содержания")), _wording,
    of_kind(Kind.ADD),
)  # fmt: skip
delete_units = first_of(
    seq(where, _exclude, of_kind(Kind.DELETE)),
    seq(_exclude, where, of_kind(Kind.DELETE)),
    seq(word("признать", r"утративш\w+", "силу"), address(), of_kind(Kind.DELETE)),
    seq(address(), word("признать", r"утративш\w+", "силу"), of_kind(Kind.DELETE)),
)

forms: Forms = (
    (
        _ADD,
        first_of(
            insert_after,
            insert_after_reversed,
            insert_before,
            append_words,
            add_units_reversed,
            add_units,
        ),
    ),
    (_REPLACE, replace_words),
    (_REWORD, first_of(reword, reword_gerund)),
    (f"{_EXCLUDE}|признать", first_of(delete_words, delete_units)),
)
"""An order matters only where one form is the beginning of another."""
scope = where
"""«в статье 4» before a colon."""
