# The commands of the project. Each installs what it needs and is missing, and says so.
# What they do stands in scripts/; the versions of the tools in scripts/lib.sh.

.PHONY: help serve dev dist test check bench setup shots clean release twice mutants

help:
	@echo "make serve   builds the page as it is shipped and serves it on this machine"
	@echo "make dev     the same, built quickly and built again when a file changes"
	@echo "make dist    leaves in dist/ a folder for any static host, under any path"
	@echo "make release packs that folder as an archive, with checksums"
	@echo "make twice   builds it twice and compares every byte"
	@echo "make test    runs every check there is"
	@echo "make check   runs the quick ones: format, clippy, native tests"
	@echo "make bench   measures how long it takes to search for a code and to judge goods, natively and in WebAssembly"
	@echo "make mutants puts every small mistake into the evaluator and tells which no test notices"
	@echo "make setup   installs the tools that are missing, and nothing else"
	@echo "make shots   takes the screenshots in docs/screenshots/ again"
	@echo "make clean   removes what was built (the tools stay)"

serve dev dist test check bench setup shots release twice mutants:
	@scripts/$@.sh

clean:
	rm -rf target dist
