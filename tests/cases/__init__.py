"""
What people prescribed and reported in public, held against the library.
"""
