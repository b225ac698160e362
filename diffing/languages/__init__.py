"""The Russian and the Kazakh text of one edition: what both say, and where they disagree.

`reading` finds the numbers in a text of either language, whatever their form; `agreement` says
which numbers of two texts are the same; `bilingual` compares two whole editions, article by
article; `amendments` finds changes that were made in one language only.
"""
