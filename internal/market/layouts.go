package market

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/layouts.csv
var layoutsFile string

// Layout is how one vendor, verifier, CRM or register writes a list.
type Layout struct {
	Vendor, Name string
	Need         int // how many labels of the signature must be there
	Signature    []string
	Rules        []LayoutRule
}

// LayoutRule says what one column of a layout holds. Label and signature are
// compact keys (see HeaderCompact).
type LayoutRule struct {
	Label    string
	Target   string // as in HeaderTerm
	Unit     float64
	Currency string
}

var layouts = sync.OnceValue(func() []Layout {
	var all []Layout
	for row := range dataRows(layoutsFile) {
		kind, vendor, name := row[0], row[1], row[2]
		if kind == "sign" {
			l := Layout{Vendor: vendor, Name: name}
			l.Need, _ = strconv.Atoi(row[3])
			for label := range strings.SplitSeq(row[4], "|") {
				l.Signature = append(l.Signature, HeaderCompact(label))
			}
			all = append(all, l)
			continue
		}
		for i := range all {
			if all[i].Vendor == vendor && (name == "*" || name == all[i].Name) {
				all[i].Rules = append(all[i].Rules, layoutRules(row[3], row[4])...)
			}
		}
	}
	return all
})

// layoutRules reads the target cell of a rule, "revenue:1000:USD", for each of
// its labels.
func layoutRules(target, labels string) []LayoutRule {
	rule := LayoutRule{Target: target}
	parts := strings.Split(target, ":")
	named := 1
	if parts[0] == "part" {
		named = 2
	}
	if len(parts) > named {
		rule.Target = strings.Join(parts[:named], ":")
		rule.Unit, _ = strconv.ParseFloat(parts[named], 64)
	}
	if len(parts) > named+1 {
		rule.Currency = parts[named+1]
	}
	var rules []LayoutRule
	for label := range strings.SplitSeq(labels, "|") {
		rule.Label = HeaderCompact(label)
		rules = append(rules, rule)
	}
	return rules
}

// Layouts lists the known layouts; earlier ones win a draw.
func Layouts() []Layout { return layouts() }

// VendorOfPath finds a vendor's name in the name of a file ("zoominfo
// export.csv"); "" where it holds none, or a vendor whose name is also a word
// within others.
func VendorOfPath(path string) string {
	name := strings.ReplaceAll(path, "\\", "/")
	name = " " + Key(name[strings.LastIndexByte(name, '/')+1:]) + " "
	for _, l := range layouts() {
		if strings.Contains(name, " "+Key(l.Vendor)+" ") {
			return l.Vendor
		}
	}
	return ""
}
