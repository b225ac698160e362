"""Every form of an instruction that is read, in both languages, and what it is read as."""

from __future__ import annotations

import pytest

from corpus.instructions.operations import Kind, path_words
from corpus.law import Language
from tests.corpus.instructions.making import only, read

RU, KK = Language.RU, Language.KK

# language, instruction, kind, targets, looked for, new words
WORDS = [
    (RU, '1) в пункте 1 статьи 5 после слова "сад" дополнить словами "и огород";',
     Kind.INSERT_AFTER, ["art_5__p_1"], "сад", "и огород"),
    (RU, '1) пункт 1 статьи 5 дополнить после слов "в саду" словами "и огороде";',
     Kind.INSERT_AFTER, ["art_5__p_1"], "в саду", "и огороде"),
    (RU, ('1) в абзаце третьем подпункта 2) пункта 1 статьи 7 перед словом "поле" дополнить '
     'словом "большое";'),
     Kind.INSERT_BEFORE, ["art_7__p_1__sp_2__indent_3"], "поле", "большое"),
    (RU, '1) пункт 1 статьи 7 дополнить словами ", если не сказано иное";',
     Kind.APPEND_WORDS, ["art_7__p_1"], "", ", если не сказано иное"),
    (RU, '1) в части второй статьи 7 слова "летний сад" заменить словами "зимний сад";',
     Kind.REPLACE_WORDS, ["art_7__part_2"], "летний сад", "зимний сад"),
    (RU, '1) в статье 5 цифры "15" заменить цифрами "30";',
     Kind.REPLACE_WORDS, ["art_5"], "15", "30"),
    (RU, '1) в предложении втором части первой статьи 5 слово "сад" исключить;',
     Kind.DELETE_WORDS, ["art_5__part_1__sentence_2"], "сад", ""),
    (RU, '1) в статье 9 слова «акима "большого" села» исключить;',
     Kind.DELETE_WORDS, ["art_9"], 'акима "большого" села', ""),
    (RU, ('1) в части третьей статьи 3 предложение "Сад полит." заменить предложениями '
     '"Сад полит утром. Сад цветет.";'),
     Kind.REPLACE_WORDS, ["art_3__part_3"], "Сад полит.", "Сад полит утром. Сад цветет."),
    (KK, ('1) 5-баптың 1-тармағындағы "бақ" деген сөзден кейін "және бақша" деген сөздермен '
     'толықтырылсын;'),
     Kind.INSERT_AFTER, ["art_5__p_1"], "бақ", "және бақша"),
    (KK, ('1) 5-баптың 1-тармағындағы "жер" деген сөздің алдынан "үлкен" деген сөзбен '
     'толықтырылсын;'),
     Kind.INSERT_BEFORE, ["art_5__p_1"], "жер", "үлкен"),
    (KK, '1) 8-баптың бірінші бөлігі ", егер өзгеше айтылмаса" деген сөздермен толықтырылсын;',
     Kind.APPEND_WORDS, ["art_8__part_1"], "", ", егер өзгеше айтылмаса"),
    (KK, ('1) 5-баптың 4-тармағының үшінші абзацындағы "бақ" деген сөз "орман" деген сөзбен '
     'ауыстырылсын;'),
     Kind.REPLACE_WORDS, ["art_5__p_4__indent_3"], "бақ", "орман"),
    (KK, '1) 5-баптағы "15" деген цифрлар "30" деген цифрлармен ауыстырылсын;',
     Kind.REPLACE_WORDS, ["art_5"], "15", "30"),
    (KK, '1) 5-баптың екінші сөйлеміндегі "аудандық" деген сөз алып тасталсын;',
     Kind.DELETE_WORDS, ["art_5__sentence_2"], "аудандық", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "instruction", "kind", "targets", "words", "new"), WORDS)
def test_words_are_changed_at_an_address(
    language: Language, instruction: str, kind: Kind, targets: list[str], words: str, new: str
) -> None:
    operation = only(instruction, language=language)
    assert operation.kind is kind
    assert list(map(path_words, operation.targets)) == targets
    assert (operation.words, operation.new_words) == (words, new)


UNITS = [
    (RU, ['1) пункт 2 статьи 5 изложить в следующей редакции:', '"2. Сад поливают.";'],
     Kind.REWORD, ["art_5__p_2"], [], ["2. Сад поливают."]),
    (RU, ['1) абзацы второй - четвертый пункта 4 статьи 5 изложить в следующей редакции:',
          '"деревья;', 'кусты;', 'трава.";'],
     Kind.REWORD, [f"art_5__p_4__indent_{n}" for n in (2, 3, 4)], [],
     ["деревья;", "кусты;", "трава."]),
    (RU, ['1) заголовок статьи 7 изложить в следующей редакции:', '"Статья 7. О саде";'],
     Kind.REWORD, ["art_7__heading"], [], ["Статья 7. О саде"]),
    (RU, ['1) статью 5 изложить в новой редакции: "Статья 5. О саде";'],
     Kind.REWORD, ["art_5"], [], ["Статья 5. О саде"]),
    (RU, ['1) статьи 52 и 53 исключить;'], Kind.DELETE, ["art_52", "art_53"], [], []),
    (RU, ['1) подпункты 1), 2) и 4) пункта 1 статьи 9 исключить;'],
     Kind.DELETE, [f"art_9__p_1__sp_{n}" for n in (1, 2, 4)], [], []),
    (RU, ['1) статью 5 дополнить частью второй следующего содержания:', '"Новая часть.";'],
     Kind.ADD, ["art_5"], ["part_2"], ["Новая часть."]),
    (RU, ['1) дополнить статьями 36-1 и 36-2 следующего содержания:',
          '"Статья 36-1. Одна', 'Текст.', 'Статья 36-2. Другая', 'Текст.";'],
     Kind.ADD, ["act"], ["art_36-1", "art_36-2"],
     ["Статья 36-1. Одна", "Текст.", "Статья 36-2. Другая", "Текст."]),
    (RU, ['1) дополнить главой 3-1 следующего содержания:', '"Глава 3-1. Полив";'],
     Kind.ADD, ["act"], ["ch_3-1"], ["Глава 3-1. Полив"]),
    (RU, ['1) пункт 2 статьи 3 после абзаца второго дополнить абзацем следующего содержания:',
          '"новое;";'],
     Kind.ADD, ["art_3__p_2"], ["indent_3"], ["новое;"]),
    (RU, ['1) статью 3 после пункта 2 дополнить пунктом 2-1 следующего содержания:',
          '"2-1. Новое.";'],
     Kind.ADD, ["art_3"], ["p_2-1"], ["2-1. Новое."]),
    (RU, ['1) часть первую статьи 7 дополнить предложением следующего содержания: "Это ново.";'],
     Kind.ADD, ["art_7__part_1"], ["sentence"], ["Это ново."]),
    (RU, ['1) статью 8 дополнить примечанием следующего содержания:', '"Примечание. Сад.";'],
     Kind.ADD, ["art_8"], ["note"], ["Примечание. Сад."]),
    (KK, ['1) 5-баптың 1 және 2-тармақтары мынадай редакцияда жазылсын:', '"1. Бақ.', '2. Су.";'],
     Kind.REWORD, ["art_5__p_1", "art_5__p_2"], [], ["1. Бақ.", "2. Су."]),
    (KK, ['1) 13-1-тараудың тақырыбы жаңа редакцияда жазылсын:', '"13-1-тарау. Бақ";'],
     Kind.REWORD, ["ch_13-1__heading"], [], ["13-1-тарау. Бақ"]),
    (KK, ['1) 52 және 53-баптар алып тасталсын;'], Kind.DELETE, ["art_52", "art_53"], [], []),
    (KK, ['1) 5-баптың 1 - 3-тармақтары алып тасталсын;'],
     Kind.DELETE, ["art_5__p_1", "art_5__p_2", "art_5__p_3"], [], []),
    (KK, ['1) 5-бап мынадай мазмұндағы екінші бөлікпен толықтырылсын:', '"Жаңа бөлік.";'],
     Kind.ADD, ["art_5"], ["part_2"], ["Жаңа бөлік."]),
    (KK, ['1) 3-баптың 1-тармағы 3-1) тармақшамен толықтырылсын:', '"3-1) жаңа;";'],
     Kind.ADD, ["art_3__p_1"], ["sp_3-1"], ["3-1) жаңа;"]),
    (KK, ['1) 3-бап 2-тармақтан кейін мынадай мазмұндағы 2-1-тармақпен толықтырылсын:',
          '"2-1. Жаңа.";'],
     Kind.ADD, ["art_3"], ["p_2-1"], ["2-1. Жаңа."]),
    (KK, ['1) мынадай мазмұндағы 36-1 және 36-2-баптармен толықтырылсын:',
          '"36-1-бап. Бір', 'Мәтін.', '36-2-бап. Екі', 'Мәтін.";'],
     Kind.ADD, ["act"], ["art_36-1", "art_36-2"],
     ["36-1-бап. Бір", "Мәтін.", "36-2-бап. Екі", "Мәтін."]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "lines", "kind", "targets", "added", "content"), UNITS)
def test_units_are_reworded_added_and_excluded(
    language: Language,
    lines: list[str],
    kind: Kind,
    targets: list[str],
    added: list[str],
    content: list[str],
) -> None:
    operation = only(*lines, language=language)
    assert operation.kind is kind
    assert list(map(path_words, operation.targets)) == targets
    assert [unit.key for unit in operation.added] == added
    assert [line.text for line in operation.content] == content


PAIRS = [
    (RU, '1) в статье 5 слова "утром", "днем" заменить соответственно словами "ночью", "к ночи";'),
    (RU, '1) в статье 5 слово "утром" заменить словом "ночью", слово "днем" - словами "к ночи";'),
    (KK, ('1) 5-баптағы "утром", "днем" деген сөздер тиісінше "ночью", "к ночи" деген сөздермен '
     'ауыстырылсын;')),
    (KK, ('1) 5-баптағы "утром" деген сөз "ночью" деген сөзбен, "днем" деген сөз "к ночи" деген '
     'сөздермен ауыстырылсын;')),
]  # fmt: skip


@pytest.mark.parametrize(("language", "instruction"), PAIRS)
def test_pairs_of_words_are_operations_of_their_own(language: Language, instruction: str) -> None:
    found = read(instruction, language=language)
    assert not found.unread
    assert [(one.words, one.new_words) for one in found.operations] == [
        ("утром", "ночью"),
        ("днем", "к ночи"),
    ]


@pytest.mark.parametrize(
    ("language", "instruction", "targets"),
    [
        (RU, '1) по всему тексту слова "аул" заменить словами "село";', ["act"]),
        (RU, '1) по всему тексту статьи 7 слова "аул" заменить словами "село";', ["art_7"]),
        (RU, '1) в заголовке и по всему тексту статьи 7 слово "аул" заменить словом "село";',
         ["art_7__heading", "art_7"]),
        (KK, '1) бүкіл мәтін бойынша "аул" деген сөз "село" деген сөзбен ауыстырылсын;', ["act"]),
        (KK, '1) 7-баптың мәтіні бойынша "аул" деген сөз "село" деген сөзбен ауыстырылсын;',
         ["art_7"]),
    ],
)  # fmt: skip
def test_words_are_renamed_throughout(
    language: Language, instruction: str, targets: list[str]
) -> None:
    found = read(instruction, language=language)
    assert not found.unread
    assert [path_words(one.targets[0]) for one in found.operations] == targets
    assert all(one.throughout and not one.inflected for one in found.operations)


@pytest.mark.parametrize(
    ("language", "instruction"),
    [
        (RU, '1) по тексту слова "аул" заменить словами "село" в соответствующих падежах;'),
        (RU, '1) по тексту слово "аул" в соответствующих числе и падеже заменить словом "село";'),
        (KK, ('1) мәтін бойынша "аул" деген сөз тиісті септіктерде "село" деген сөзбен '
         'ауыстырылсын;')),
    ],
)  # fmt: skip
def test_words_in_all_their_cases_are_marked(language: Language, instruction: str) -> None:
    assert only(instruction, language=language).inflected


@pytest.mark.parametrize(
    ("language", "instruction"),
    [
        (RU, ("1) в заголовок вносится изменение на казахском языке, текст на русском языке не "
         "изменяется;")),
        (KK, "1) тақырыбына орыс тілінде өзгеріс енгізіледі, қазақ тіліндегі мәтін өзгермейді;"),
    ],
)  # fmt: skip
def test_a_change_in_the_other_language_changes_no_word(
    language: Language, instruction: str
) -> None:
    assert only(instruction, language=language).kind is Kind.OTHER_LANGUAGE
