"""Replay: an amending act's operations applied to the previous edition of the act it amends.

What comes out is compared with the registry's consolidated edition: where both agree, that is
proof; where they do not, both readings are shown. Without a consolidated edition the result is our
reading of the instructions, and is marked so.
"""
