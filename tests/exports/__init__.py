"""
Do other tools read what was exported?
"""
