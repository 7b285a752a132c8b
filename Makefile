# Thin doors: bin/midweek does the work and says so. Arguments: make test ARGS="tests/goals -x"

.PHONY: run test check bench lighthouse screenshots lock
.DEFAULT_GOAL := run

run:
	@bin/midweek run

test:
	@bin/midweek test $(ARGS)

check:
	@bin/midweek check $(ARGS)

bench:
	@bin/midweek bench $(ARGS)

lighthouse:
	@bin/midweek lighthouse $(ARGS)

screenshots:
	@bin/midweek screenshots $(ARGS)

lock:
	@bin/midweek lock $(ARGS)
