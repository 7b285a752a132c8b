"""Starts what Midweek runs on: embedded servers, then web, worker and scheduler.

Servers of one home are started by one launcher at a time. Everything it starts ends with it;
whatever an earlier launcher left behind is ended by process id before anything new starts.
"""
