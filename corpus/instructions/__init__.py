"""Reading an amending act: its provisions -> operations on other acts, and when each starts.

`reading.read_instructions` is the way in; `operations` has the values it gives. What the grammar
does not understand is listed with its words and place, never guessed; `docs/instructions.md` names
every form that is read and every one that is not.
"""
