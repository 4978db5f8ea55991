package market

import (
	"slices"
	"sync"
)

// formCodes is every code of a legal form by its squeezed spellings. Where
// forms of several countries share a spelling they share the code, or the
// first of the table wins.
var formCodes = sync.OnceValue(func() map[string]string {
	codes := make(map[string]string)
	for row := range dataRows(legalFormData) {
		codes[Squeeze(row[0])] = row[0]
	}
	for spelling, forms := range legalForms().forms {
		for _, f := range forms {
			if _, taken := codes[spelling]; !taken && !f.Distress && !f.Founding && f.Code != "" {
				codes[spelling] = f.Code
			}
		}
	}
	return codes
})

// LegalFormCode finds the code of a legal form by code or by any of its
// spellings: "Sp. z o.o." is sp_zoo.
func LegalFormCode(text string) (code string, ok bool) {
	code, ok = formCodes()[Squeeze(text)]
	return code, ok
}

// LegalFormCodes lists the codes, sorted.
func LegalFormCodes() []string {
	var all []string
	for row := range dataRows(legalFormData) {
		if !slices.Contains(all, row[0]) {
			all = append(all, row[0])
		}
	}
	slices.Sort(all)
	return all
}
