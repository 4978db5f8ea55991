package profile

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/qualify"
)

// Statistics counts what cleaned records hold, for a starter profile.
type Statistics struct {
	Records     int
	Countries   map[string]int
	Industries  map[string]int // "PKD:28", or words
	Seniorities map[string]int
	Departments map[string]int
	Titles      map[string]int
	Regions     map[string]int
	LegalForms  map[string]int
	sizes       []float64 // lower ends of employees, sampled by stride
	revenues    map[string][]float64
	private     int
	stride      int
}

// maxSizes bounds how many sizes are remembered; beyond it every second one
// is dropped, so what is kept stays spread over the whole list.
const maxSizes = 1 << 15

// maxDifferent bounds the different values counted for a field.
const maxDifferent = 1 << 14

// NewStatistics starts a count.
func NewStatistics() *Statistics {
	return &Statistics{Countries: map[string]int{}, Industries: map[string]int{}, Seniorities: map[string]int{},
		Departments: map[string]int{}, Titles: map[string]int{}, Regions: map[string]int{}, LegalForms: map[string]int{},
		revenues: map[string][]float64{}, stride: 1}
}

// Count adds one cleaned record.
func (s *Statistics) Count(r *contact.Record) {
	s.Records++
	add := func(counts map[string]int, v string) {
		if _, known := counts[v]; v != "" && (known || len(counts) < maxDifferent) {
			counts[v]++
		}
	}
	add(s.Countries, r.Values[contact.Country])
	add(s.Seniorities, r.Values[contact.Seniority])
	add(s.Departments, r.Values[contact.Department])
	add(s.Titles, r.Values[contact.Title])
	add(s.Regions, r.Values[contact.Region])
	add(s.LegalForms, r.Values[contact.LegalForm])
	add(s.Industries, industryWord(r))
	if r.Values[contact.Company] == "" {
		s.private++
	}
	if s.Records%s.stride != 0 {
		return
	}
	if lo, ok := qualify.LowEnd(r.Values[contact.Employees]); ok {
		s.sizes = append(s.sizes, lo)
	}
	if lo, ok := qualify.LowEnd(r.Values[contact.Revenue]); ok {
		currency := r.Values[contact.Currency]
		s.revenues[currency] = append(s.revenues[currency], lo)
	}
	if len(s.sizes) >= maxSizes {
		s.sizes = everySecond(s.sizes)
		for c := range s.revenues {
			s.revenues[c] = everySecond(s.revenues[c])
		}
		s.stride *= 2
	}
}

func everySecond(all []float64) []float64 {
	kept := all[:0]
	for i := 0; i < len(all); i += 2 {
		kept = append(kept, all[i])
	}
	return kept
}

// industryWord is a division of a code system, or the words of the list.
// National systems with the divisions of NACE count together.
func industryWord(r *contact.Record) string {
	code := strings.Trim(r.Values[contact.IndustryCode], "ABCDEFGHIJKLMNOPQRSTUV.")
	if len(code) < 2 {
		return r.Values[contact.Industry]
	}
	family := "NACE"
	if system, ok := market.ParseIndustrySystem(r.Values[contact.CodeSystem]); ok {
		family = system.Family
	}
	return family + ":" + code[:2]
}

// counted is a value and how often it stands there.
type counted struct {
	value string
	n     int
}

// most are the most frequent values that make up at least a share of all, at
// most limit of them.
func most(counts map[string]int, share float64, limit int) []counted {
	total := 0
	var all []counted
	for v, n := range counts {
		total += n
		all = append(all, counted{v, n})
	}
	slices.SortFunc(all, func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.value, b.value))
	})
	for i, c := range all {
		if i == limit || float64(c.n) < share*float64(total) {
			return all[:i]
		}
	}
	return all
}

// quantile is the value below which a share of all lies.
func quantile(all []float64, share float64) float64 {
	sorted := slices.Clone(all)
	slices.Sort(sorted)
	return sorted[int(math.Round(share*float64(len(sorted)-1)))]
}

// Starter writes a commented profile. From lists it proposes nothing but
// shows what is there: criteria stand commented out. From customers, what
// nine in ten of them have becomes the proposal.
func Starter(s *Statistics, customers bool, sources []string) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# Who is a prospect. Every key and what it means: README, \"The profile\".")
	line("# Check it: goldpan check THIS-FILE. Use it: goldpan sift -p THIS-FILE LIST")
	switch {
	case s.Records == 0:
		line("# A line that begins with # is not in effect; take the # away where it fits.")
	case customers:
		line("# Proposed from %d customers (%s): what most of them have in common.", s.Records, named(sources))
	default:
		line("# Values seen in %d rows of %s. A line that begins with # is not in effect;", s.Records, named(sources))
		line("# take the # away where it fits your market.")
	}
	line("version: 1")
	line("language: en                # en pl ro no fr de: texts in the workbook, questions, reasons")
	if c := most(s.Countries, 0.5, 1); len(c) == 1 {
		line("country: %s                 # assumed where a row does not tell", c[0].value)
	} else {
		line("# country: PL               # assumed where a row does not tell")
	}
	line("")
	s.writeTarget(&b, customers)
	s.writeMeans(&b, customers)
	s.writeAuthority(&b, customers)
	b.WriteString(starterRest)
	return b.String()
}

// named lists the first files by their names.
func named(sources []string) string {
	const shown = 3
	var names []string
	for _, s := range sources[:min(shown, len(sources))] {
		names = append(names, filepath.Base(s))
	}
	if more := len(sources) - shown; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// mark is "" for what is in effect, "# " for what is commented out.
func mark(on bool) string {
	if on {
		return ""
	}
	return "# "
}

func (s *Statistics) writeTarget(b *strings.Builder, customers bool) {
	countries, industries := most(s.Countries, 0.02, 8), most(s.Industries, 0.03, 8)
	countries, industries = quotable(countries), quotable(industries)
	on := customers && (len(countries) > 0 || len(industries) > 0 || len(s.sizes) > 0)
	fmt.Fprintf(b, "%starget:                     # does it fit the market\n", mark(on))
	writeIn(b, customers, "country", countries, `["PL", "RO", "NO"]`)
	writeIn(b, customers, "industry", industries, `["NACE:C", "packaging"]`)
	if len(s.sizes) > 0 {
		lo, hi := quantile(s.sizes, 0.05), quantile(s.sizes, 0.95)
		if !customers {
			lo, hi = quantile(s.sizes, 0.25), quantile(s.sizes, 0.75)
		}
		fmt.Fprintf(b, "%s  employees: {min: %.0f, max: %.0f}    # half of them have %.0f to %.0f\n", mark(customers),
			lo, math.Max(hi, lo), quantile(s.sizes, 0.25), quantile(s.sizes, 0.75))
	} else {
		b.WriteString("#   employees: {min: 20, max: 500}\n")
	}
	writeIn(b, false, "region", quotable(most(s.Regions, 0.03, 6)), `["mazowieckie"]`)
	b.WriteString("#   legal_form: {not_in: [sole_trader]}\n")
	b.WriteString("#   keywords: {any: [packing, bottling], none: [wholesale]}\n")
	if s.private > s.Records/2 {
		b.WriteString("#   age: {min: 30, max: 60}\n")
	}
	b.WriteString("#   custom:\n")
	b.WriteString("#     - {name: old-car, when: 'number(\"vehicle_age\") >= 10', why: \"car is ten years or older\"}\n\n")
}

func (s *Statistics) writeMeans(b *strings.Builder, customers bool) {
	currency, n := "", 0
	for c, all := range s.revenues {
		if len(all) > n || len(all) == n && c < currency {
			currency, n = c, len(all)
		}
	}
	on := customers && n > 0 && currency != ""
	fmt.Fprintf(b, "%smeans:                      # can it pay\n", mark(on))
	if n > 0 && currency != "" {
		fmt.Fprintf(b, "%s  revenue: {min: %.0f %s, unknown: pass}\n", mark(on), quantile(s.revenues[currency], 0.05), currency)
	} else {
		b.WriteString("#   revenue: {min: 2M EUR, unknown: pass}\n")
	}
	b.WriteString("#   credit: {min: 2}          # 0-4 on the common scale, 4 is best\n\n")
}

func (s *Statistics) writeAuthority(b *strings.Builder, customers bool) {
	ranks := most(s.Seniorities, 0.05, 8)
	on := customers && len(ranks) > 0
	fmt.Fprintf(b, "%sauthority:                  # may the person decide\n", mark(on))
	writeIn(b, on, "seniority", ranks, "[owner, legal_rep, partner, c_level, director, head]")
	writeIn(b, false, "department", most(s.Departments, 0.05, 6), "[operations, technical, purchasing]")
	if titles := quotable(most(s.Titles, 0, 8)); len(titles) > 0 {
		fmt.Fprintf(b, "#   # titles seen most: %s\n", strings.Join(valuesOf(titles), ", "))
	}
	b.WriteString("#   by_size: true             # who decides depends on the size of the firm and the ticket\n")
	b.WriteString("#   ticket: 250k EUR\n\n")
}

// quotable leaves out values that would break a line of YAML.
func quotable(all []counted) []counted {
	return slices.DeleteFunc(all, func(c counted) bool {
		return strings.ContainsAny(c.value, "\"\\\n\r\t") || len(c.value) > 60
	})
}

func valuesOf(all []counted) []string {
	words := make([]string, len(all))
	for i, c := range all {
		words[i] = c.value
	}
	return words
}

// writeIn writes a criterion with the values seen and their counts.
func writeIn(b *strings.Builder, on bool, name string, seen []counted, example string) {
	if len(seen) == 0 {
		fmt.Fprintf(b, "#   %s: {in: %s}\n", name, example)
		return
	}
	var words, counts []string
	for _, c := range seen {
		words = append(words, `"`+c.value+`"`)
		counts = append(counts, fmt.Sprint(c.n))
	}
	fmt.Fprintf(b, "%s  %s: {in: [%s]}    # rows: %s\n", mark(on), name, strings.Join(words, ", "), strings.Join(counts, ", "))
}

// starterRest is what no list tells.
const starterRest = `# require: []                 # interest, contact, consent: what a contact must bring
on_no_authority: keep-company # a person without authority does not lose the company
reach: {any: [phone, mobile, email]}

# customers:                  # who already buys: never on the call list
#   - {file: crm.csv, match: account, route: reject}
# suppress:                   # who must not be contacted
#   - {file: do-not-contact.csv, channel: all, date: 2026-11-01}

score:                        # 0-100: what makes a contact better
  - {name: decides, when: 'authority_class == "A" or authority_class == "B"', points: 40}
  - {name: direct line, when: 'phone_kind == "mobile"', points: 25}
  - {name: own address, when: 'email_kind == "personal"', points: 20}
  - {name: size known, when: 'employees > 0', points: 15, why: "{employees} staff"}
tiers: {A: 70, B: 40, C: 0}
decay: 2.1%                   # per month of record age, for reach

# assign:                     # a sheet for each rep
#   reps:
#     - {name: Ewa, territory: {country: [PL]}, languages: [pl], capacity: 40}
#   per_account: 2
# rates: {date: 2026-11-01, EUR: 4.25 PLN}
`
