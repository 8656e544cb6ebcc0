"""
Export formats, one module each.

A module that needs a third-party package names its extra.
"""
