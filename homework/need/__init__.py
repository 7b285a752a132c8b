"""Who needs whom: facts of a therapy in, reasons in order of need out.

`facts` reads them in a constant number of queries, `rules` says what each gives rise to,
`answer` puts it together for the row that the caseload reads (homework.models.Attention).
"""
