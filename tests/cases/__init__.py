"""
Public prescriptions and bug reports, compared with the library.
"""
