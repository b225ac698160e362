"""What does not add up in the texts held: a catalogue of detectors, each a pure function.

A finding is no error of this program and no judgement: it is a place where a reader should look
before relying on a date or a wording. `docs/anomalies.md` says what each kind means.
"""
