"""What an edition must satisfy before it is believed: pure functions on the law's values.

A gate that objects keeps the edition in quarantine; so a gate must not object to what real texts
do: an article excluded with its heading kept, or gone with a note, a renamed act, a part of an act.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.alphabets import language_of
from corpus.exclusions import Exclusions, exclusions, is_excluded
from corpus.keys import SEPARATOR, covers, number_order
from corpus.law import Act, Article, ArticleKind, Division, Edition, HoldingKind
from corpus.losses import branch_of, lost

_NUMBERED = (ArticleKind.ARTICLE, ArticleKind.POINT)
_NAMED = 5  # how many articles a message names

_TITLE_WORD = re.compile(r"\w{4,}")
_STEM = 5
# Words that stand in any act's title and tell no act from another.
_ANY_TITLE = re.compile(
    "респу|казах|қазақ|закон|заңы|указ|жарлы|поста|қаулы|утвер|бекіт|внесе|измен|допол|некот"
    "|вопро|кейбі|мәсел|енгіз|өзгер|толық|турал|repub|kazak|decre"
)

CUT_PAGE = "cut-page"
"""The objection to a page that broke off: of what it would have said, only that it exists."""


@dataclass(frozen=True)
class Objection:
    """Why an edition is not believed: which gate, a sentence in English, the keys it is about."""

    gate: str
    message: str
    places: tuple[str, ...] = ()


def check(
    edition: Edition, previous: Edition | None = None, act: Act | None = None
) -> tuple[Objection, ...]:
    """The objections to an edition; none when it is believed.

    `previous` is the held edition of the same act and language that comes before it by label,
    `act` what is known of the act: its titles.
    """
    excluded = exclusions(edition)
    gone = lost(edition, previous, excluded) if previous else ()
    return (
        *_no_article(edition),
        *_broken_characters(edition),
        *_empty_articles(edition, excluded),
        *_doubles(edition),
        *_structure(edition),
        *_order(edition, previous, excluded, gone),
        *_shrunk(edition, previous, gone),
        *_language(edition),
        *_title(edition, previous, act),
    )


def check_numbers(edition: Edition) -> tuple[Objection, ...]:
    """Of the objections to an edition alone those to the numbers of its articles."""
    return (*_doubles(edition), *_order(edition, None, exclusions(edition), ()))


def _no_article(edition: Edition) -> Iterator[Objection]:
    if not edition.articles:
        yield Objection("articles", "it has no article, point or preamble at all")


def _broken_characters(edition: Edition) -> Iterator[Objection]:
    """Characters that no text has and no database takes."""
    if re.search("[\x00\ud800-\udfff]", edition.title + edition.requisites + edition.text()):
        yield Objection("characters", "it has characters that are no text: the page is damaged")


def _empty_articles(edition: Edition, excluded: Exclusions) -> Iterator[Objection]:
    articles: Sequence[Article] = edition.articles
    if edition.holding.kind is HoldingKind.BEGINNING:
        articles = articles[:-1]  # the copy may end right after its heading
    empty = [
        one.key
        for one in articles
        if one.kind in _NUMBERED
        and not any(block.printed.strip() for block in one.blocks)
        and not is_excluded(one)
        and not excluded.explain(one.key, one.divisions)
    ]
    if empty:
        yield Objection(
            "empty", f"no text and no note of an exclusion in {_some(empty)}", tuple(empty)
        )


def _doubles(edition: Edition) -> Iterator[Objection]:
    counted = Counter(article.key for article in edition.articles)
    twice = [key for key, count in counted.items() if count > 1]
    if twice:
        yield Objection("doubles", f"more than once: {_some(twice)}", tuple(twice))


def _structure(edition: Edition) -> Iterator[Objection]:
    """Signs that a heading was not read as one, or that a list was read as an act's own points."""
    with_articles = {
        branch_of(one.key) for one in edition.articles if one.kind is ArticleKind.ARTICLE
    }
    headless = [
        one.key
        for one in edition.articles
        if one.kind is ArticleKind.PREAMBLE
        and branch_of(one.key) in with_articles
        and one.blocks
        and one.blocks[0].number
    ]
    if headless:
        yield Objection(
            "structure", f"points without an article's heading: {_some(headless)}", tuple(headless)
        )
    if restarted := _needless_restarts(edition):
        yield Objection(
            "structure",
            f"numbers begin anew although the ones around go on: {_some(restarted)}",
            tuple(restarted),
        )


def _needless_restarts(edition: Edition) -> list[str]:
    """The chapters that tell their points apart from points which go on after them."""
    found: list[str] = []
    last: dict[str, tuple[int, ...]] = {}
    inside: dict[str, dict[str, tuple[int, ...]]] = {}
    for article in edition.articles:
        if article.kind is not ArticleKind.POINT:
            continue
        branch, place = branch_of(article.key), article.key.rpartition(SEPARATOR)[0]
        number = number_order(article.number)
        if place != branch:
            inside.setdefault(branch, {}).setdefault(place, last.get(branch, ()))
            continue
        restarted = inside.pop(branch, {})
        found += [chapter for chapter, before in restarted.items() if () < before < number]
        last[branch] = number
    return found


def _order(
    edition: Edition, previous: Edition | None, excluded: Exclusions, gone: Sequence[str]
) -> Iterator[Objection]:
    """Numbers rise inside each branch (the act, an appendix), and none is left out without a note.

    A gap that the previous edition had too was explained, or believed, there.
    """
    before = previous.by_key if previous else {}
    backwards: dict[str, str] = {}
    missing: list[str] = []
    for branch, articles in _branches(edition).items():
        numbers = [number_order(one.number) for one in articles]
        for (one, number), (_, following) in pairwise(zip(articles, numbers, strict=True)):
            if following < number:
                backwards[one.key] = f"{one.key} before {_key(branch, following)}"
        if edition.holding.kind is HoldingKind.PARTS:
            continue
        by_number = dict(zip(numbers, articles, strict=True))
        for number, following in pairwise([(0,), *sorted(by_number)]):
            around = (by_number.get(number), by_number[following])
            missing += [
                key
                for key in (_key(branch, one) for one in left_out(number, following))
                if not excluded.explain(key)
                and (key in gone if key in before else around[1].key not in before)
                and not (key not in before and _stood_in_excluded(edition, excluded, *around))
            ]
    if backwards:
        yield Objection(
            "order", f"numbers run backwards: {_some([*backwards.values()])}", tuple(backwards)
        )
    if missing:
        yield Objection("gaps", f"left out without a note: {_some(missing)}", tuple(missing))


def _stood_in_excluded(
    edition: Edition, excluded: Exclusions, before: Article | None, after: Article
) -> bool:
    """Whether between two articles there was a division that a note says was excluded.

    It may have kept its heading there; or the divisions of the two leave its number out between
    them; where neither stands in a division of that kind nothing tells its place.
    """
    content = edition.content
    between = content[content.index(before) if before else 0 : content.index(after)]
    if any(isinstance(one, Division) and excluded.explain(one.key) for one in between):
        return True
    held = {division.key for division in edition.divisions}
    for branch, unit in excluded.units:
        kind, _, number = unit.partition("_")
        if kind in ("art", "p", "preamble") or branch not in (None, branch_of(after.key)):
            continue
        if SEPARATOR.join(filter(None, (branch_of(after.key), unit))) in held:
            continue
        low = _division_number(before, kind) if before else ()
        high = _division_number(after, kind)
        if low is None and high is None:
            return True
        if (low or ()) < number_order(number) and (high is None or number_order(number) < high):
            return True
    return False


def _division_number(article: Article, kind: str) -> tuple[int, ...] | None:
    for key in reversed(article.divisions):
        prefix, _, number = key.rpartition(SEPARATOR)[2].partition("_")
        if prefix == kind:
            return number_order(number)
    return None


def left_out(number: tuple[int, ...], following: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The numbers that must stand between two: after 20 may come 20-1 or 21, after 20-1 20-2."""
    same = 0
    while same < min(len(number), len(following)) and number[same] == following[same]:
        same += 1
    if same == len(following):
        return []
    start = number[same] if same < len(number) else 0
    found = [(*following[:same], one) for one in range(start + 1, following[same])]
    for depth in range(same + 1, len(following)):
        found.append(following[:depth])
        found += [(*following[:depth], one) for one in range(1, following[depth])]
    return found


def _shrunk(edition: Edition, previous: Edition | None, gone: Sequence[str]) -> Iterator[Objection]:
    """Compared with the previous edition, as far as this one holds its act."""
    if previous is None or not gone:
        return
    order = [one.key for one in previous.articles]
    both = sum(covers(edition, one.key, one.divisions, order) for one in previous.articles)
    yield Objection(
        "shrunk",
        f"of {both} articles of edition {previous.label} {len(gone)} are gone without a "
        f"note: {_some(gone)}",
        tuple(gone),
    )


def _language(edition: Edition) -> Iterator[Objection]:
    words = "\n".join(
        [edition.title, *(f"{one.heading}\n{one.wording}" for one in edition.articles)]
    )
    found = language_of(words)
    if found and found is not edition.language:
        yield Objection("language", f"asked for {edition.language}, the text is in {found}")


def _title(edition: Edition, previous: Edition | None, act: Act | None) -> Iterator[Objection]:
    """The title has something in common with the act's, or with the previous edition's.

    Acts are renamed («О местном государственном управлении» … «и самоуправлении»), so only a
    title without any common word is another act's.
    """
    known = [previous.title] if previous else []
    known += [act.titles[edition.language]] if act and edition.language in act.titles else []
    own = _title_words(edition.title)
    others = [words for words in map(_title_words, known) if words]
    if own and others and not any(own & words for words in others):
        yield Objection(
            "title", f"its title is «{edition.title}», the act's is «{'» or «'.join(known)}»"
        )


def _title_words(title: str) -> frozenset[str]:
    words = (word[:_STEM] for word in _TITLE_WORD.findall(title.lower().replace("ё", "е")))
    return frozenset(word for word in words if not _ANY_TITLE.match(word))


def _branches(edition: Edition) -> dict[str, list[Article]]:
    """The numbered articles by branch: everything in a key before the last number."""
    found: dict[str, list[Article]] = {}
    for article in edition.articles:
        if article.kind in _NUMBERED and article.number:
            head, _, tail = article.key.rpartition(SEPARATOR)
            branch = f"{head}{SEPARATOR if head else ''}{tail.partition('_')[0]}_"
            found.setdefault(branch, []).append(article)
    return found


def _key(branch: str, number: tuple[int, ...]) -> str:
    return branch + "-".join(map(str, number))


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
