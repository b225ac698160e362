"""A small subject matter of our own: two regimes, a stage, two themes."""

from __future__ import annotations

REGIMES = """\
[[regime]]
key = "then"
represented_by = "old"
title = { ru = "прежде", kk = "бұрын", en = "then" }
about = { ru = "Как было.", kk = "Бұрынғысы.", en = "As it was." }

[[regime]]
key = "now"
represented_by = "new"
title = { ru = "теперь", kk = "қазір", en = "now" }
about = { ru = "Как стало.", kk = "Қазіргісі.", en = "As it is." }

[[phase]]
key = "first"
regime = "then"
title = { ru = "опыт", kk = "тәжірибе", en = "trial" }
ground = { ru = "предание", kk = "аңыз", en = "a tale" }
doubts = { ru = "ничего не записано.", kk = "ештеңе жазылмаған.", en = "nothing was written down." }

[[phase]]
key = "old"
regime = "then"
title = { ru = "депутаты", kk = "депутаттар", en = "deputies" }
from = 2013-06-13
to = 2021-05-24
on = 2013-07-01
provisions = ["Z010000148_:art_36"]
ground = { ru = "закон", kk = "заң", en = "a law" }

[[phase]]
key = "new"
regime = "now"
title = { ru = "жители", kk = "тұрғындар", en = "residents" }
from = 2021-05-24
on = 2021-06-01
provisions = ["Z010000148_:art_36,art_36-1"]
general = ["Z950002464_:art_9"]
ground = { ru = "другой закон", kk = "басқа заң", en = "another law" }
"""

THEMES = """\
[[source]]
provisions = "Z010000148_"
name = { ru = "Закон", kk = "Заң", en = "Law" }

[[doubt]]
key = "hearsay"
text = { ru = "С чужих слов.", kk = "Естуімізше.", en = "From hearsay." }

[[stage]]
key = "voting"
title = { ru = "Голосование", kk = "Дауыс беру", en = "Voting" }

[[theme]]
key = "who"
stage = "voting"
title = { ru = "Кто", kk = "Кім", en = "Who" }

[[theme.cell]]
phases = ["old"]
provisions = ["Z010000148_:art_36__p_1"]
ru = "Депутаты."
kk = "Депутаттар."
en = "Deputies."

[[theme.cell]]
phases = ["new"]
provisions = ["Z010000148_:art_36__p_1,art_36__p_2", "Z950002464_:art_9"]
doubt = "hearsay"
ru = "Жители."
kk = "Тұрғындар."
en = "Residents."

[[theme]]
key = "term"
stage = "voting"
title = { ru = "Срок", kk = "Мерзім", en = "Term" }

[[theme.cell]]
phases = ["old"]
silent = true

[[theme.cell]]
phases = ["new"]
provisions = ["Z010000148_:art_36-1"]
ru = "Четыре года."
kk = "Төрт жыл."
en = "Four years."
"""
