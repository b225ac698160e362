"""The sample in the shape of classic adilet: act pages, dated editions, edition lists, cards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.law import Language
from crawler.sample.acts import SAMPLE_NOTICE, SampleAct, SampleEdition
from crawler.sample.classic_text import CODES, article_html

UPDATED_ON = date(2026, 7, 15)
"""The day of the sample's database: the footer «Состояние базы» of every page."""

STATUSES: Mapping[Language, Mapping[str, str]] = {
    Language.RU: {"new": "Новый", "upd": "Обновленный", "yts": "Утративший силу"},
    Language.KK: {"new": "Жаңа", "upd": "Жаңартылған", "yts": "Күші жойылған"},
}

WORDS: Mapping[Language, Mapping[str, str]] = {
    Language.RU: {
        "text": "Текст",
        "card": "Информация",
        "history": "История изменений",
        "contents": "ОГЛАВЛЕНИЕ",
        "bank": "Версия из ЭКБ",
        "state": "Состояние базы",
        "total": "Всего документов",
        "updated": "Дата обновления",
        "as_of": "Документы по состоянию на",
        "title": "Заголовок",
        "form": "Форма НПА и орган, принявший акт",
        "more": "Дополнительная информация",
        "changed": "Дата изменения",
        "status": "Статус НПА",
        "number": "Номер принятия акта",
        "adopted": "Дата принятия акта",
        "registry_number": "Регистрационный номер",
        "site": 'ИПС "Әділет" (учебная)',
    },
    Language.KK: {
        "text": "Мәтін",
        "card": "Ақпарат",
        "history": "Өзгерістер тарихы",
        "contents": "МАЗМҰНЫ",
        "bank": "ЭБҚ нұсқасы",
        "state": "База күйі",
        "total": "Барлық құжат",
        "updated": "Жаңартылған күні",
        "as_of": "Құжаттардың жағдайы",
        "title": "Тақырыбы",
        "form": "НҚА нысаны және оны қабылдаған орган",
        "more": "Қосымша ақпарат",
        "changed": "Өзгертілген күні",
        "status": "НҚА мәртебесі",
        "number": "Актінің қабылдану нөмірі",
        "adopted": "Актінің қабылданған күні",
        "registry_number": "Тіркеу нөмірі",
        "site": '"Әділет" АҚЖ (оқу үлгісі)',
    },
}


def day(label: date) -> str:
    """A day as the registries write it: `08.07.2005`."""
    return f"{label:%d.%m.%Y}"


class ClassicPages:
    """The pages of the sample's acts in adilet's template. Holds no state of its own."""

    def __init__(self, acts: tuple[SampleAct, ...]) -> None:
        self._acts = acts
        self._templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["day"] = day

    def edition(self, edition: SampleEdition, *, dated: bool, updated: date = UPDATED_ON) -> str:
        """An act page; `dated` says it stands under /archive/ and is one of the past."""
        path = f"/{CODES[edition.language]}/docs/{edition.ngr}"
        if dated:
            path = f"/{CODES[edition.language]}/archive/docs/{edition.ngr}/{day(edition.label)}"
        return self._render(
            "act.html",
            edition.language,
            edition=edition,
            path=path,
            dated=dated,
            body=article_html(edition),
            updated=updated,
        )

    def history(self, act: SampleAct, language: Language) -> str:
        """The list of an act's editions; its last row leads to the current text."""
        editions = [edition for edition in act.editions if edition.language is language]
        return self._render(
            "history.html", language, act=act, edition=editions[-1], editions=editions
        )

    def card(self, act: SampleAct, language: Language) -> str | None:
        """The metadata card of an act."""
        edition = act.edition(language)
        if edition is None:
            return None
        return self._render("card.html", language, act=act, edition=edition)

    def index(self) -> str:
        """A list of what there is, for a person who opens the address by hand."""
        return self._render("index.html", Language.RU, acts=self._acts)

    def stray(self, name: str) -> str:
        """A page that is no act's: `shell`, `login`, `error`, `missing`, in a fault drill."""
        return self._render(f"{name}.html", Language.RU)

    def _render(self, template: str, language: Language, **values: object) -> str:
        values.setdefault("updated", UPDATED_ON)
        return self._templates.get_template(template).render(
            code=CODES[language],
            codes=CODES,
            words=WORDS[language],
            statuses=STATUSES[language],
            notices=SAMPLE_NOTICE,
            notice=SAMPLE_NOTICE[language],
            total=len(self._acts),
            **values,
        )
