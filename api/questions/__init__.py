"""What is asked of the store, by the JSON routes, the pages and the commands alike.

Routes and commands only read what was asked and write what was answered.
"""
