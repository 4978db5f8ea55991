package clean

import "goldpan/internal/market"

// titleRank is the rank that one half of a statement gives.
type titleRank struct {
	hit    int // index of the deciding hit, -1 none
	level  string
	class  byte
	former bool
}

// rankOrder orders the seniorities by authority, for titles that name
// several. It is not the order of the vocabulary: a chairman who is also a
// director is called as a director.
func rankOrder(level string, class byte) int {
	switch level {
	case "owner":
		return 20
	case "legal_rep":
		return 19
	case "c_level":
		if class == 'A' {
			return 18
		}
		return 15
	case "partner":
		if class == 'A' {
			return 17
		}
		return 11
	case "official":
		return 16
	case "vp":
		return 14
	case "director":
		return 13
	case "head":
		return 12
	case "board":
		return 10
	case "manager":
		return 9
	case "external":
		return 8
	case "buyer":
		return 6
	case "team_lead":
		return 5
	case "senior":
		return 4
	case "staff":
		return 3
	case "assistant":
		return 2
	case "junior":
		return 1
	}
	return 0
}

// levelClass is the authority class of a seniority.
func levelClass(level string) byte {
	switch level {
	case "owner", "legal_rep", "partner":
		return 'A'
	case "c_level", "vp", "director", "head", "manager", "official":
		return 'B'
	case "board", "buyer", "team_lead":
		return 'C'
	case "external":
		return 'X'
	}
	return 'D'
}

// deputyOf is the level below.
func deputyOf(level string) string {
	switch level {
	case "owner", "legal_rep", "c_level", "director":
		return "vp"
	case "head":
		return "manager"
	case "manager":
		return "team_lead"
	}
	return level
}

// rankOf reads the rank off the hits of one half: from to before to.
func (w *titleWords) rankOf(from, to int) titleRank {
	best := titleRank{hit: -1}
	var deputy, senior, junior, former bool
	serving, chief, learner := -1, -1, -1
	for i := from; i < to; i++ {
		h := &w.hit[i]
		switch h.modifier() {
		case market.FormerModifier:
			former = true
		case market.DeputyModifier:
			deputy = true
		case market.SeniorModifier:
			senior = senior || !w.foreignCut(h)
		case market.JuniorModifier:
			junior = junior || !w.foreignCut(h)
		}
		level := h.level()
		if level == "" {
			continue
		}
		class := h.entry.Class
		if class == 0 {
			class = levelClass(level)
		}
		if w.isWord(h, "chief") {
			chief = i
		}
		switch {
		case chief >= 0 && w.isWord(h, "officer"):
			best = titleRank{hit: chief, level: "c_level", class: 'B'}
			continue
		case level == "junior" && !w.mildJunior(h):
			return titleRank{hit: i, level: level, class: class, former: former}
		case serving >= 0 && w.serves(serving, i, class):
			if w.assistantManager(serving, i) {
				best, deputy, serving = titleRank{hit: i, level: level, class: class}, true, -1
			}
			continue
		case level == "assistant" && best.hit >= 0 && h.entry.Serves:
			best = titleRank{hit: i, level: level, class: class} // CEO assistant
			serving = i
			continue
		case level == "junior" && learner < 0 && w.isLearner(h):
			learner = i
		}
		if h.entry.Serves && serving < 0 {
			serving = i
		}
		// A field of work ranks nobody beside another word: waste management
		// officer, supply chain analyst.
		if w.onlyField(i) && best.hit >= 0 {
			continue
		} else if best.hit >= 0 && w.onlyField(best.hit) || rankOrder(level, class) > rankOrder(best.level, best.class) {
			best = titleRank{hit: i, level: level, class: class}
		}
	}
	best.former = former
	if learner >= 0 && learner < best.hit && w.belowLead(best) { // student research assistant
		best = titleRank{hit: learner, level: "junior", class: 'X', former: former}
	}
	return best.adjusted(deputy, senior, junior)
}

// adjusted applies deputy, senior and junior to a rank.
func (r titleRank) adjusted(deputy, senior, junior bool) titleRank {
	if deputy {
		if below := deputyOf(r.level); below != r.level {
			r.level, r.class = below, levelClass(below)
		}
	}
	switch r.level {
	case "staff", "":
		switch {
		case junior:
			r.level, r.class = "junior", 'D'
		case senior:
			r.level, r.class = "senior", 'D'
		}
	case "buyer", "senior", "team_lead", "manager":
		switch {
		case junior:
			r.level, r.class = "junior", 'D'
		case senior && (r.level == "buyer" || r.level == "manager" && r.class == 'C'):
			// Who manages accounts or products, not people, is a senior one.
			r.level = "senior"
		}
	}
	return r
}

// foreignCut tells the Polish abbreviations (mł., gł., st.) in a title that is
// not Polish: ML Engineer, Berater St. Gallen.
func (w *titleWords) foreignCut(h *titleHit) bool {
	return (w.isWord(h, "ml") || w.isWord(h, "gl") || w.isWord(h, "st")) && w.lang() != "pl"
}

// isWord tells whether a hit is exactly this single word.
func (w *titleWords) isWord(h *titleHit, word string) bool {
	return h.to == h.from+1 && string(w.words(int(h.from), int(h.to))) == word
}

// serves tells whether the hit at i names the boss of the one at serving:
// always behind an assistant, behind an adviser only one of the highest.
func (w *titleWords) serves(serving, i int, class byte) bool {
	s, boss := &w.hit[serving], &w.hit[i]
	if s.level() == "assistant" {
		return true
	}
	if s.entry.Level == "senior" || s.entry.Level == "staff" || s.entry.Level == "head" {
		level := boss.level()
		return class == 'A' && level != "owner" && level != "partner" || (level == "director" || level == "board") && w.connected(s.to, boss.from)
	}
	return false
}

// connected tells whether a small word ties two phrases: "Referent der
// Geschäftsführung", "Advisor to the Director".
func (w *titleWords) connected(from, to int8) bool {
	if from == to {
		return false
	}
	for i := int(from); i < int(to); i++ {
		switch string(w.words(i, i+1)) {
		case "of", "to", "the", "for", "der", "des", "dem", "du", "de", "la", "le", "l", "d", "til", "dla", "pentru", "fur", "fuer", "av", "ds":
			return true
		}
	}
	return false
}

// assistantManager tells the English "assistant manager", who is a deputy,
// from the assistant of a manager.
func (w *titleWords) assistantManager(serving, i int) bool {
	s, boss := &w.hit[serving], &w.hit[i]
	if !w.isWord(s, "assistant") || w.lang() == "fr" || w.connected(s.to, boss.from) {
		return false
	}
	switch boss.level() {
	case "manager", "director", "head", "vp":
		return true
	}
	return false
}

// mildJunior tells the words that may only say whom somebody works for:
// student recruitment manager, graduate programme lead, responsable alternance.
// At the head or the end of a statement some of them say it of the bearer.
func (w *titleWords) mildJunior(h *titleHit) bool {
	if h.field != nil {
		return false
	}
	if h.entry.Field { // Consultant M.Sc.
		return true
	}
	switch w.next(int(h.to)) {
	case "zum", "zur", "als": // Ausbildung zum Kaufmann
		return false
	}
	switch string(w.words(int(h.from), int(h.to))) {
	case "stage", "alternance", "apprentissage", "ausbildung", "studium":
		return !w.opens(h) && (!w.closes(h) || w.underLead(h))
	case "praktikum", "praktika", "duales studium", "traineeprogramm", "traineeprogramme", "berufsausbildung", "graduate program", "graduate programme", "internships", "studierende", "auszubildende":
		return w.underLead(h)
	case "internship":
		return !w.closes(h)
	case "student", "studentin", "graduate", "undergraduate", "apprenticeship", "eleve", "schuler", "looking for", "ruhestand":
		return true
	}
	return false
}

// underLead tells whether somebody who leads stands before the hit in its
// statement: Leiter Ausbildung leads the training, he is not in it.
func (w *titleWords) underLead(h *titleHit) bool {
	for i := range w.hits {
		lead := &w.hit[i]
		if lead.from >= h.from {
			return false
		}
		switch lead.level() {
		case "head", "director", "vp", "c_level", "team_lead":
			if lead.part == h.part {
				return true
			}
		}
	}
	return false
}

// isLearner tells the mild words that make a learner of the staff behind them.
func (w *titleWords) isLearner(h *titleHit) bool {
	switch string(w.words(int(h.from), int(h.to))) {
	case "student", "studentin", "graduate", "undergraduate", "internship", "apprenticeship", "eleve", "schuler":
		return true
	}
	return false
}

// belowLead tells whether a rank is one that learners hold too.
func (w *titleWords) belowLead(r titleRank) bool {
	return r.level == "staff" || r.level == "assistant" || w.onlyField(r.hit)
}

// opens tells whether a statement begins with the hit.
func (w *titleWords) opens(h *titleHit) bool {
	return h.from == 0 || w.word[h.from].gap == parted
}

// closes tells whether a statement ends with the hit, not tied to the word
// before it: "Chef de projet alternance", not "Responsable de l'alternance".
func (w *titleWords) closes(h *titleHit) bool {
	if int(h.to) < w.n && w.word[h.to].gap != parted {
		return false
	}
	return h.from == 0 || !w.connected(h.from-1, h.from)
}

// next is the word at i, "" behind the last.
func (w *titleWords) next(i int) string {
	if i >= w.n {
		return ""
	}
	return string(w.words(i, i+1))
}

// namesOldEmployer tells a statement without a rank that says where somebody
// was, not what: "Consultant | ex-Acme", but not "CEO (ex)".
func (w *titleWords) namesOldEmployer(from int) bool {
	h := &w.hit[from]
	if h.modifier() != market.FormerModifier || w.closes(h) {
		return false
	}
	switch string(w.words(int(h.from), int(h.to))) {
	case "ex", "former", "formerly", "ehemals", "ehem", "fruher", "vormals", "tidligere", "ancien", "ancienne", "byly", "byla", "fost":
		return true
	}
	return false
}
