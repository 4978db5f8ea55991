package clean

import "goldpan/internal/market"

// judge weighs the statements of a title against each other.
func (w *titleWords) judge(job *JobTitle) {
	best := titleRank{hit: -1}
	anyFormer, allFormer := false, true
	under := int8(-1)           // the statement in which an assistant has named a boss
	stage := titleRank{hit: -1} // a statement that only names a stage of training
	for from := 0; from < w.hits; {
		to := from + 1
		for to < w.hits && w.hit[to].part == w.hit[from].part && w.hit[to].pair == w.hit[from].pair {
			to++
		}
		rank := w.rankOf(from, to)
		if rank.former && rank.level == "" && w.namesOldEmployer(from) {
			rank.former = false
		}
		if rank.former {
			anyFormer = true
			if rank.level == "" && best.hit >= 0 { // "CEO (former)"
				allFormer = true
				best.former = true
			}
		}
		switch {
		case rank.level == "" || under == w.hit[from].part || best.hit >= 0 && rank.hit >= 0 && w.onlyField(rank.hit):
		case rank.former && best.hit < 0:
			best = rank
		case rank.former:
		default:
			allFormer = false
			if best.former && best.hit >= 0 || rankOrder(rank.level, rank.class) > rankOrder(best.level, best.class) {
				best = rank
			}
			if rank.hit >= 0 && w.hit[rank.hit].entry.Stage && w.standsAlone(from, to) {
				stage = rank
			}
			if rank.level == "assistant" && w.namesBoss(from, to) {
				under = w.hit[from].part
			}
		}
		from = to
	}
	if stage.hit >= 0 && rankOrder(best.level, best.class) <= rankOrder("manager", 'B') {
		best.level, best.class = stage.level, stage.class
	}
	w.note(job, anyFormer)
	department := w.departmentOf(best.hit)
	switch {
	case anyFormer && allFormer && (best.hit < 0 || best.former):
		best.level, best.class = "external", 'X'
	case best.level == "":
		best.level, best.class = "staff", 'D'
	}
	if best.level == "assistant" && department == "management" { // the boss's
		department = ""
	}
	w.special(&best, &department)
	if department == "" {
		department = defaultDepartment(best.level)
	}
	job.Seniority, job.Department, job.Authority = best.level, department, className(best.class)
	if best.level == "assistant" {
		job.Modifiers = append(job.Modifiers, "gatekeeper")
	}
}

// standsAlone tells whether the hits are all of their statement and one of
// several: "Data Scientist (Internship)".
func (w *titleWords) standsAlone(from, to int) bool {
	part := w.hit[from].part
	return w.hits > to-from && to == from+1 &&
		(from == 0 || w.hit[from-1].part != part) && (to == w.hits || w.hit[to].part != part)
}

// className is an authority class as a string.
func className(class byte) string {
	switch class {
	case 'A':
		return "A"
	case 'B':
		return "B"
	case 'C':
		return "C"
	case 'X':
		return "X"
	}
	return "D"
}

// namesBoss tells whether a boss's word stands in a half beside the
// assistant's.
func (w *titleWords) namesBoss(from, to int) bool {
	for i := from; i < to; i++ {
		if h := &w.hit[i]; h.entry != nil && h.entry.Rank {
			return true
		}
	}
	return false
}

// note lists the modifiers of the whole title.
func (w *titleWords) note(job *JobTitle, former bool) {
	if former {
		job.Modifiers = append(job.Modifiers, "former")
	}
	var seen [8]bool
	for i := range w.hits {
		m := w.hit[i].modifier()
		if m >= market.TitleModifier(len(seen)+1) || seen[max(m, 1)-1] {
			continue
		}
		name := ""
		switch m {
		case market.ActingModifier:
			name = "acting"
		case market.DeputyModifier:
			name = "deputy"
		case market.ProxyModifier:
			name = "proxy"
		case market.JointModifier:
			name = "joint"
		default:
			continue
		}
		seen[m-1] = true
		job.Modifiers = append(job.Modifiers, name)
	}
}

// special applies the rules that join rank and department.
func (w *titleWords) special(best *titleRank, department *string) {
	switch best.level {
	case "staff", "senior":
		if w.n == 1 && string(w.words(0, 1)) == "principal" { // of a firm
			best.level, best.class = "partner", 'A'
			*department = "management"
			return
		}
		if *department == "purchasing" && !w.hasModifier(market.SeniorModifier) {
			best.level, best.class = "buyer", 'C'
		} else if *department == "purchasing" {
			best.class = 'C'
		}
	case "assistant": // who administers systems assists nobody: Linux admin
		if *department == "it" && best.hit >= 0 && w.isWord(&w.hit[best.hit], "admin") {
			best.level = "staff"
		}
	case "director":
		// The director of a British company is its officer.
		if w.n == 1 && (w.country == "GB" || w.country == "IE") && w.hits == 1 && *department == "" {
			best.level, best.class = "legal_rep", 'A'
			*department = "management"
		}
	}
	switch {
	case w.hasModifier(market.ProxyModifier) && best.class == 'D':
		best.class = 'C'
	case w.hasModifier(market.BehalfModifier) && best.class < 'D':
		best.class = 'D'
	}
}

func (w *titleWords) hasModifier(m market.TitleModifier) bool {
	for i := range w.hits {
		if w.hit[i].modifier() == m {
			return true
		}
	}
	return false
}

// defaultDepartment is the field of a rank that names none.
func defaultDepartment(level string) string {
	switch level {
	case "owner", "legal_rep", "partner", "c_level", "board", "vp", "director", "official":
		return "management"
	case "assistant": // office work
		return "facilities"
	}
	return "other"
}

// departmentOf finds the field of work: the deciding word's own, else the
// field words beside it, else those of the other statements.
func (w *titleWords) departmentOf(main int) string {
	if w.hits == 0 {
		return ""
	}
	own := ""
	if main >= 0 {
		own = w.hit[main].department()
		if own != "" && own != "management" {
			return w.joinedField(main, own)
		}
	}
	if found := w.fieldBeside(main); found != "" {
		return found
	}
	for i := range w.hits {
		h := &w.hit[i]
		d := h.department()
		if d != "" && d != "management" && i != main {
			return d
		}
		if d == "management" && own == "" && (h.level() == "" || w.advises(main, i)) {
			own = d
		}
	}
	if own != "" {
		return own
	}
	return w.usualDepartment(main)
}

// joinedField is the department of the hit at main when a field is joined to
// its own: "Sales & Marketing Manager". Of the two the one that the list of
// departments names first counts.
func (w *titleWords) joinedField(main int, own string) string {
	if main == 0 {
		return own
	}
	h, field := &w.hit[main], &w.hit[main-1]
	d := w.field(main - 1)
	if d == "" || field.level() != "" || field.to != h.from || field.part != h.part || field.pair == h.pair {
		return own
	}
	return firstDepartment(own, d)
}

// onlyField tells the hits that rank only where no other word does.
func (w *titleWords) onlyField(hit int) bool {
	return w.hit[hit].entry.Field && w.hit[hit].field == nil
}

// advises tells whether the main hit is an adviser, not an assistant, and the
// hit at i the boss named behind it.
func (w *titleWords) advises(main, i int) bool {
	return main >= 0 && i > main && w.hit[i].part == w.hit[main].part && !w.hit[i].entry.Field &&
		w.hit[main].entry.Serves && w.hit[main].level() != "assistant"
}

// usualDepartment is what the words stand for when none names a department:
// first the deciding word, then the others in their order.
func (w *titleWords) usualDepartment(main int) string {
	if main >= 0 {
		if d := w.hit[main].usualDepartment(); d != "" {
			return d
		}
	}
	for i := range w.hits {
		if d := w.hit[i].usualDepartment(); d != "" {
			return d
		}
	}
	return ""
}

// fieldBeside looks at the words of the main word's own statement. Before a
// rank the nearest word tells (IT sales manager); behind it the last of a run
// in German and English, the first in the other languages. Of fields joined
// by "and" the one that the list of departments names first.
func (w *titleWords) fieldBeside(main int) string {
	if main < 0 {
		return w.firstOf(0, w.hits)
	}
	part := w.hit[main].part
	low, high := main, main+1
	for low > 0 && w.hit[low-1].part == part {
		low--
	}
	for high < w.hits && w.hit[high].part == part {
		high++
	}
	before, after := "", ""
	for i := main - 1; i >= low; i-- {
		if d := w.field(i); d != "" {
			if before == "" {
				before = d
			} else if w.hit[i].pair != w.hit[i+1].pair {
				before = firstDepartment(before, d)
			} else {
				break
			}
		}
	}
	if before != "" {
		return before
	}
	lastWins := w.lastFieldWins()
	end := int8(-1)
	for i := main + 1; i < high; i++ {
		d := w.field(i)
		if d == "" {
			continue
		}
		switch {
		case after == "":
			after = d
		case w.hit[i].pair != w.hit[i-1].pair:
			after = firstDepartment(after, d)
		case lastWins && w.hit[i].from == end && !w.inApposition(i-1):
			after = d
		}
		end = w.hit[i].to
	}
	return after
}

// field is the department that hit i names, unless it is a boss's.
func (w *titleWords) field(i int) string {
	d := w.hit[i].department()
	if d == "management" {
		return ""
	}
	return d
}

// firstOf is the first department that hits name.
func (w *titleWords) firstOf(from, to int) string {
	for i := from; i < to; i++ {
		if d := w.field(i); d != "" {
			if i+1 < to && w.hit[i+1].from == w.hit[i].to && w.hit[i+1].part == w.hit[i].part && w.hit[i+1].pair == w.hit[i].pair && w.lastFieldWins() && !w.inApposition(i) {
				if next := w.field(i + 1); next != "" {
					return next
				}
			}
			return d
		}
	}
	return ""
}

// lastFieldWins tells the languages whose compounds end in what they mean.
func (w *titleWords) lastFieldWins() bool {
	switch w.lang() {
	case "fr", "pl", "ro":
		return false
	}
	return true
}

// inApposition tells the German nouns that the next noun only narrows:
// "Leiter Vertrieb Software" sells.
func (w *titleWords) inApposition(hit int) bool {
	h := &w.hit[hit]
	switch string(w.words(int(h.from), int(h.to))) {
	case "vertrieb", "verkauf", "einkauf", "beschaffung", "personal", "buchhaltung":
		return true
	}
	return false
}

// firstDepartment is the one of two that the specification's list names
// first.
func firstDepartment(a, b string) string {
	if departmentOrder(b) < departmentOrder(a) {
		return b
	}
	return a
}

func departmentOrder(d string) int {
	switch d {
	case "purchasing":
		return 0
	case "finance":
		return 1
	case "it":
		return 2
	case "security":
		return 3
	case "hr":
		return 4
	case "sales":
		return 5
	case "marketing":
		return 6
	case "operations":
		return 7
	case "technical":
		return 8
	case "logistics":
		return 9
	case "quality":
		return 10
	case "facilities":
		return 11
	case "legal":
		return 12
	}
	return 13
}
