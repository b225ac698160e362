"""Articles made of random words, for benchmarks in which only their number and length matter."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from corpus.law import Language, digest
from corpus.search import SearchDocument


def _listed(words: str) -> list[str]:
    return words.split()


_COMMON = _listed("в на и с по о от до не или при для из к закона статьи пункта настоящего а также")
_SUBJECTS = _listed(
    """
    аким акима акимов округ округа округов сельский сельского сельских выборы выборов выборах
    депутат депутатов маслихат маслихата избиратель избирателей комиссия комиссии комиссий
    срок срока решение решения порядок порядке орган органа органов подсчёт голос голосов
    государственный государственного местный местного самоуправление район района город города
    область области кандидат кандидата кандидатов голосование голосования бюллетень бюллетеней
    протокол протокола участок участка список списка гражданин граждан право права вправе обязан
    осуществляет принимает утверждает назначает освобождает представляет определяет устанавливает
    """
)
_SYLLABLES = _listed("ба ве го ду жи за ко лу ме ни по ре су ти фа хо це ша щу эр")


def synthetic_documents(count: int, seed: int = 1) -> Iterator[SearchDocument]:
    """Articles of about 2 kB: function words, a dozen words of a subject each, rarer ones."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time, nothing secret
    rare = ["".join(chance.choices(_SYLLABLES, k=chance.randint(3, 5))) for _ in range(30_000)]
    for number in range(count):
        subject = chance.sample(_SUBJECTS, 12)
        words = chance.choices(_COMMON, k=60) + chance.choices(subject, k=80)
        words += chance.choices(rare, k=60)
        chance.shuffle(words)
        words = words[: chance.randint(100, 200)]
        begins = date(1995 + number % 30, 1 + number % 12, 1)
        text = " ".join(words)
        yield SearchDocument(
            id=f"{number}-{digest(text)[:12]}",
            ngr=f"Z{number % 40:010d}",
            key=f"art_{number // 40}",
            lang=Language.RU,
            heading=f"Статья {number // 40}. " + " ".join(subject[:4]),
            text=text,
            act_title="Закон",
            kind="article",
            valid_from=begins,
            valid_to=None if number % 3 else date(begins.year + 4, 1, 1),
            is_current=number % 3 > 0,
            label=begins.isoformat(),
            text_hash=digest(text),
        )
