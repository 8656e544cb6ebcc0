"""
Exports, read by other tools.
"""
