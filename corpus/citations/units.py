"""What the units of an act are called in citations; `{}` is the number."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.addresses import UnitKind

RUSSIAN: Mapping[UnitKind, tuple[str, str]] = {
    UnitKind.APPENDIX: ("приложение {}", "приложения {}"),
    UnitKind.SECTION: ("раздел {}", "раздела {}"),
    UnitKind.SUBSECTION: ("подраздел {}", "подраздела {}"),
    UnitKind.CHAPTER: ("глава {}", "главы {}"),
    UnitKind.PARAGRAPH: ("параграф {}", "параграфа {}"),
    UnitKind.PREAMBLE: ("преамбула", "преамбулы"),
    UnitKind.ARTICLE: ("статья {}", "статьи {}"),
    UnitKind.POINT: ("пункт {}", "пункта {}"),
    UnitKind.PART: ("часть {}", "части {}"),
    UnitKind.SUBPOINT: ("подпункт {})", "подпункта {})"),
    UnitKind.NOTE: ("примечание {}", "примечания {}"),
    UnitKind.INDENT: ("абзац {}", "абзаца {}"),
    UnitKind.SENTENCE: ("предложение {}", "предложения {}"),
    UnitKind.HEADING: ("заголовок", "заголовка"),
}
"""Nominative and genitive."""
KAZAKH: Mapping[UnitKind, tuple[str, str]] = {
    UnitKind.APPENDIX: ("{}-қосымша", "{}-қосымшаның"),
    UnitKind.SECTION: ("{}-бөлімі", "{}-бөлімінің"),
    UnitKind.SUBSECTION: ("{}-кіші бөлімі", "{}-кіші бөлімінің"),
    UnitKind.CHAPTER: ("{}-тарауы", "{}-тарауының"),
    UnitKind.PARAGRAPH: ("{}-параграфы", "{}-параграфының"),
    UnitKind.PREAMBLE: ("кіріспесі", "кіріспесінің"),
    UnitKind.ARTICLE: ("{}-бабы", "{}-бабының"),
    UnitKind.POINT: ("{}-тармағы", "{}-тармағының"),
    UnitKind.PART: ("{} бөлігі", "{} бөлігінің"),
    UnitKind.SUBPOINT: ("{}) тармақшасы", "{}) тармақшасының"),
    UnitKind.NOTE: ("{}-ескертпесі", "{}-ескертпесінің"),
    UnitKind.INDENT: ("{} абзацы", "{} абзацының"),
    UnitKind.SENTENCE: ("{} сөйлемі", "{} сөйлемінің"),
    UnitKind.HEADING: ("тақырыбы", "тақырыбының"),
}
"""As what an act or another unit owns: «Заңының 36-бабы», and owning in its turn."""
KAZAKH_OUTERMOST: Mapping[UnitKind, tuple[str, str]] = {
    UnitKind.APPENDIX: ("{}-қосымша", "{}-қосымшаның"),
    UnitKind.SECTION: ("{}-бөлім", "{}-бөлімнің"),
    UnitKind.SUBSECTION: ("{}-кіші бөлім", "{}-кіші бөлімнің"),
    UnitKind.CHAPTER: ("{}-тарау", "{}-тараудың"),
    UnitKind.PARAGRAPH: ("{}-параграф", "{}-параграфтың"),
    UnitKind.PREAMBLE: ("кіріспе", "кіріспенің"),
    UnitKind.ARTICLE: ("{}-бап", "{}-баптың"),
    UnitKind.POINT: ("{}-тармақ", "{}-тармақтың"),
    UnitKind.PART: ("{} бөлік", "{} бөліктің"),
    UnitKind.SUBPOINT: ("{}) тармақша", "{}) тармақшаның"),
    UnitKind.NOTE: ("{}-ескертпе", "{}-ескертпенің"),
    UnitKind.INDENT: ("{} абзац", "{} абзацтың"),
    UnitKind.SENTENCE: ("{} сөйлем", "{} сөйлемнің"),
    UnitKind.HEADING: ("тақырып", "тақырыптың"),
}
"""Of a unit that nothing before it owns: «36-баптың 1-тармағы», not «36-бабының»."""
ENGLISH: Mapping[UnitKind, str] = {
    UnitKind.APPENDIX: "Annex {}",
    UnitKind.SECTION: "Section {}",
    UnitKind.SUBSECTION: "Subsection {}",
    UnitKind.CHAPTER: "Chapter {}",
    UnitKind.PARAGRAPH: "Clause {}",
    UnitKind.PREAMBLE: "the preamble",
    UnitKind.ARTICLE: "Article {}",
    UnitKind.POINT: "paragraph {}",
    UnitKind.PART: "part {}",
    UnitKind.SUBPOINT: "subparagraph {})",
    UnitKind.NOTE: "note {}",
    UnitKind.INDENT: "indent {}",
    UnitKind.SENTENCE: "sentence {}",
    UnitKind.HEADING: "the heading",
}
