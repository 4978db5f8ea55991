package profile

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"goldpan/internal/assign"
	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/qualify"
)

// The getters below read values that the walk has checked; where it found a
// mistake the value is zero, and the profile is never handed out.

func (w *walker) text(path string) string {
	n := w.nodes[path]
	if n == nil || n.Kind != yaml.ScalarNode || n.Tag == "!!null" || w.wrong[path] {
		return ""
	}
	return n.Value
}

func (w *walker) has(path string) bool { return w.nodes[path] != nil }

// texts reads a list of words, or one word alone.
func (w *walker) texts(path string) []string {
	n := w.nodes[path]
	if n == nil {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		if one := w.text(path); one != "" {
			return []string{one}
		}
		return nil
	}
	all := make([]string, 0, len(n.Content))
	for i := range n.Content {
		all = append(all, w.text(fmt.Sprintf("%s[%d]", path, i)))
	}
	return all
}

// each gives the paths of a list's items.
func (w *walker) each(path string) []string {
	n := w.nodes[path]
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	all := make([]string, len(n.Content))
	for i := range all {
		all[i] = fmt.Sprintf("%s[%d]", path, i)
	}
	return all
}

// entries gives the keys of a mapping in the order of the document.
func (w *walker) entries(path string) []string {
	n := w.nodes[path]
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	var all []string
	for i := 0; i+1 < len(n.Content); i += 2 {
		if name := n.Content[i].Value; w.nodes[strings.TrimPrefix(path+"."+name, ".")] != nil {
			all = append(all, name)
		}
	}
	return all
}

func (w *walker) or(path, otherwise string) string {
	if s := w.text(path); s != "" {
		return s
	}
	return otherwise
}

func (w *walker) whole(path string) int {
	n, _ := strconv.Atoi(w.text(path)) // checked by the walk; "" is 0
	return n
}

func (w *walker) share(path string, otherwise float64) float64 {
	if n, err := parsePercent(w.text(path)); err == nil {
		return n
	}
	return otherwise
}

func (w *walker) day(path string) time.Time {
	d, _ := time.Parse(time.DateOnly, w.text(path)) // checked by the walk; "" and today are zero
	return d
}

func (w *walker) period(path string) assign.Period {
	p, _ := assign.ParsePeriod(w.text(path)) // checked by the walk; "" is none
	return p
}

func (w *walker) yes(path string) bool {
	yes, _ := parseYesNo(w.text(path))
	return yes
}

func (w *walker) money(path string) *qualify.Amount {
	a, err := ParseMoney(w.text(path))
	if err != nil {
		return nil
	}
	return &a
}

func (w *walker) file(path string) string { return resolve(w.dir, w.text(path)) }

func (w *walker) countries(path string) []string {
	var codes []string
	for _, name := range w.texts(path) {
		if code, ok := market.Country(name); ok {
			codes = append(codes, code)
		}
	}
	return codes
}

// decode makes the profile of a checked document.
func (w *walker) decode() *Profile {
	p := Default()
	p.Language = w.or("language", "en")
	p.Country, _ = market.Country(w.text("country"))
	p.AsOf = w.day("as_of")
	for _, at := range w.each("lists") {
		p.Lists = append(p.Lists, w.list(at))
	}
	for _, at := range w.each("customers") {
		p.Customers = append(p.Customers, Customers{File: w.file(at + ".file"), Match: w.or(at+".match", "account"),
			Route: w.or(at+".route", "reject"), LapsedAfter: w.period(at + ".lapsed.older_than"),
			LapsedRoute: w.or(at+".lapsed.route", "win-back")})
	}
	for _, at := range w.each("suppress") {
		channel, _ := contact.ParseChannel(w.text(at + ".channel"))
		p.Suppress = append(p.Suppress, Suppression{File: w.file(at + ".file"), Channel: channel,
			Date: w.day(at + ".date"), MaxAge: w.period(at + ".max_age")})
	}
	for _, name := range w.texts("exclude.companies") {
		p.ExcludeCompanies = append(p.ExcludeCompanies, resolve(w.dir, name))
	}
	p.RulesFile = w.file("rules")
	p.Assign = w.assign()
	p.Gates = Gates{MaxRejected: w.share("gates.max_rejected", 1), MaxUnreadable: w.share("gates.max_unreadable", 1),
		MinProspects: w.whole("gates.min_prospects"), LayoutDrift: w.text("gates.layout_drift")}
	p.Outputs = Outputs{Dir: w.text("outputs.dir"), CallListRows: w.whole("outputs.calllist.rows"),
		KeepColumns: w.texts("outputs.keep_columns"), CRM: w.texts("outputs.crm"), Claims: w.yes("outputs.claims"),
		Group: w.text("outputs.group")}
	p.Dedupe.Cut = w.or("dedupe.cut", "precision=0.99")
	p.Dedupe.Compare = w.pairs("dedupe.compare")
	p.Dedupe.Decisions = w.file("dedupe.decisions")
	p.Book = w.file("book")
	p.Pending = w.pending
	p.Qualify = w.qualify(p)
	return p
}

// pairs reads a mapping with free keys.
func (w *walker) pairs(path string) map[string]string {
	var all map[string]string
	for _, name := range w.entries(path) {
		if all == nil {
			all = make(map[string]string)
		}
		all[name] = w.text(path + "." + name)
	}
	return all
}

func (w *walker) list(at string) List {
	l := List{Match: w.file(at + ".match"), Vendor: w.text(at + ".vendor"), Purchased: w.day(at + ".purchased"),
		OrderedRows: w.whole(at + ".ordered_rows"), Basis: w.text(at + ".basis"), Trust: w.whole(at + ".trust"),
		Map: w.pairs(at + ".map"), Sheet: w.text(at + ".sheet"), HeaderRow: w.whole(at + ".header_row"),
		Encoding: w.text(at + ".encoding"), Delimiter: w.text(at + ".delimiter")}
	if a := w.money(at + ".price"); a != nil {
		l.Price = *a
	}
	if l.Trust == 0 {
		l.Trust = 3
	}
	if w.text(at+".header_row") == "none" {
		l.HeaderRow = -1
	}
	if l.Delimiter == "tab" || l.Delimiter == `\t` {
		l.Delimiter = "\t"
	}
	l.Promise = Promise{EmailsVerified: w.share(at+".promise.emails_verified", 0), Countries: w.countries(at + ".promise.countries")}
	if b, err := parseSize(w.text(at + ".promise.employees.min")); err == nil {
		l.Promise.EmployeesMin = b.lo
	}
	if b, err := parseSize(w.text(at + ".promise.employees.max")); err == nil {
		l.Promise.EmployeesMax = b.hi
	}
	return l
}

func (w *walker) assign() assign.Config {
	cfg := assign.Config{PerAccount: w.whole("assign.per_account"), ReturnAfter: w.period("assign.return_after"),
		RecycleAfter: w.period("assign.recycle_after")}
	for _, at := range w.each("assign.reps") {
		cfg.Reps = append(cfg.Reps, assign.Rep{Name: w.text(at + ".name"), Languages: w.texts(at + ".languages"),
			Capacity: w.whole(at + ".capacity"),
			Territory: assign.Territory{Country: w.countries(at + ".territory.country"),
				Region: w.texts(at + ".territory.region"), PostalCode: w.texts(at + ".territory.postal_code")}})
	}
	return cfg
}

// qualify composes the judge's configuration.
func (w *walker) qualify(p *Profile) qualify.Config {
	cfg := p.Qualify
	cfg.Language, cfg.Country, cfg.AsOf = p.Language, p.Country, p.AsOf
	cfg.Criteria = w.criteria()
	cfg.Require = w.texts("require")
	cfg.OnNoAuthority = w.or("on_no_authority", "keep-company")
	cfg.Reach = w.texts("reach.any")
	cfg.Decay = w.share("decay", cfg.Decay)
	for _, at := range w.each("score") {
		cfg.Score = append(cfg.Score, qualify.ScoreRule{Name: w.text(at + ".name"), When: w.text(at + ".when"),
			Points: w.whole(at + ".points"), Why: w.text(at + ".why")})
	}
	if w.has("tiers") {
		cfg.Tiers = nil
		for _, letter := range w.entries("tiers") {
			cfg.Tiers = append(cfg.Tiers, qualify.Tier{Letter: letter, From: w.whole("tiers." + letter)})
		}
	}
	cfg.Rates.Date = w.text("rates.date")
	for _, code := range w.entries("rates") {
		if a := w.money("rates." + code); code != "date" && a != nil {
			cfg.Rates.Pairs = append(cfg.Rates.Pairs, qualify.Rate{From: code, Factor: a.Value, To: a.Currency})
		}
	}
	return cfg
}

// criteria reads the three tests in the order of the document.
func (w *walker) criteria() []qualify.Criterion {
	var all []qualify.Criterion
	for _, top := range w.entries("") {
		for _, test := range []qualify.Test{qualify.Target, qualify.Means, qualify.Authority} {
			if top != test.String() {
				continue
			}
			for _, name := range w.entries(top) {
				all = append(all, w.criteriaAt(test, name, top+"."+name)...)
			}
		}
	}
	return all
}

func (w *walker) criteriaAt(test qualify.Test, name, at string) []qualify.Criterion {
	switch name {
	case "ticket":
		return nil
	case "by_size":
		if !w.yes(at) {
			return nil
		}
		return []qualify.Criterion{{Test: test, Name: name, Path: at, Ticket: w.money("authority.ticket")}}
	case "custom":
		var all []qualify.Criterion
		for _, item := range w.each(at) {
			all = append(all, qualify.Criterion{Test: test, Custom: true, Path: item, Name: w.text(item + ".name"),
				When: w.text(item + ".when"), Why: w.text(item + ".why"), Unknown: w.policy(item)})
		}
		return all
	}
	if n := w.nodes[at]; n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return nil
	}
	c := qualify.Criterion{Test: test, Name: name, Path: at, Unknown: w.policy(at),
		In: w.texts(at + ".in"), NotIn: w.texts(at + ".not_in"), Any: w.texts(at + ".any"), None: w.texts(at + ".none"),
		Prefix: w.texts(at + ".prefix"), Before: w.text(at + ".before"), After: w.text(at + ".after"),
		From: w.text(at + ".from"), Min: w.amount(name, at+".min", false), Max: w.amount(name, at+".max", true)}
	c.MaxKm, _ = strconv.ParseFloat(w.text(at+".max_km"), 64) // checked by the walk
	if band, err := parseSize(w.text(at)); err == nil {
		c.Min = &qualify.Amount{Value: band.lo}
		if band.hi > 0 {
			c.Max = &qualify.Amount{Value: band.hi}
		}
	}
	return []qualify.Criterion{c}
}

func (w *walker) policy(at string) qualify.Policy {
	p, _ := qualify.ParsePolicy(w.text(at + ".unknown"))
	return p
}

// amount reads min or max by the grammar of its criterion.
func (w *walker) amount(criterion, path string, upper bool) *qualify.Amount {
	text := w.text(path)
	switch criterion {
	case "revenue", "income":
		return w.money(path)
	case "employees":
		b, err := parseSize(text)
		if err != nil {
			return nil
		}
		if upper {
			return &qualify.Amount{Value: b.hi, Text: plainText(text, b)}
		}
		return &qualify.Amount{Value: b.lo, Text: plainText(text, b)}
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil
	}
	return &qualify.Amount{Value: n}
}

// plainText keeps what was written only where it was one number.
func plainText(text string, b band) string {
	if b.closed {
		return ""
	}
	return strings.TrimSpace(text)
}
