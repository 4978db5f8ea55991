package main

// world is the plan of a list: which firms there are, who works where, how
// often each contact occurs. It keeps a few integers for each; names and
// addresses are drawn again whenever a row needs them.
type world struct {
	*tables
	dice     *dice
	firms    []firmPlan
	people   []personPlan
	contacts []contactPlan
	copies   []uint8 // rows of each contact
	rows     int

	industryBag bag
	titleBags   map[string]bag // by size of firm
}

type firmPlan struct {
	country uint8
	size    byte // 's' to 9 staff, 'm', 'l' from 250
	family  bool // everybody in it belongs to one family
	place   uint16
	line    uint32 // number of its switchboard within the area's blocks
	domain  uint32 // how many firms before it had the same domain name
	second  bool   // another firm of its town was there first with its name
	kin     uint32 // the firm whose family and address it shares; itself mostly
	owner   uint32 // person
	crew    uint8  // its contacts
}

type personPlan struct {
	country uint8
	sibling uint8  // place among the people of a family firm
	family  uint32 // firm that gives the surname, plus one; 0 for none
	mobile  uint32 // number within the country's mobile blocks, or the area's
	area    string // where mobiles have the area codes of a city
}

type contactPlan struct{ firm, person uint32 }

// mixture says how a world is composed.
type mixture struct {
	rows      int
	countries [len(countries)]float64 // shares of firms
	food      float64                 // weight of industries that pack their goods, times
	copies    []float64               // weights of 1, 2, 3... rows a contact
	mid       float64                 // weight of firms of 10 to 249 staff
}

// bought is the mixture of a list of all markets.
func bought(rows int) mixture {
	return mixture{rows: rows, countries: [...]float64{22, 14, 13, 15, 14, 10, 12}, food: 1,
		copies: []float64{82, 9, 5, 2.5, 1.2, 0.2, 0.1}, mid: 45}
}

// newWorld plans firms until their contacts fill the rows.
func newWorld(t *tables, seed uint64, m mixture) *world {
	w := &world{tables: t, dice: newDice(seed), rows: m.rows}
	w.weigh(m)
	var land, copies, sizes, crew bag
	for _, share := range m.countries {
		land.add(share)
	}
	for _, share := range m.copies {
		copies.add(share)
	}
	for _, share := range []float64{45, m.mid, 10} {
		sizes.add(share)
	}
	for _, share := range []float64{45, 22, 13, 8, 5, 3, 2, 1, 0.5, 0.3, 0.1, 0.1} {
		crew.add(share)
	}
	d := newDice(seed).of(planKind, 0)
	lines := map[string]uint32{}
	var mobiles [len(countries)]uint32
	var movers [len(countries)][]uint32 // people who may turn up at another firm
	for planned := 0; planned < m.rows; {
		f := w.planFirm(d, uint8(d.from(land)), "sml"[d.from(sizes)])
		firm := uint32(len(w.firms))
		area := countries[f.country] + w.area(&f, firm)
		f.line = lines[area]
		lines[area]++
		staff := 1 + d.from(crew)
		if f.kin != firm {
			staff = 1
		}
		for i := range staff {
			if planned >= m.rows {
				break
			}
			person := uint32(len(w.people))
			waiting := movers[f.country]
			if i > 0 && !f.family && len(waiting) > 0 && d.chance(0.05) {
				person, movers[f.country] = waiting[0], waiting[1:]
			} else {
				p := personPlan{country: f.country, mobile: mobiles[f.country], sibling: uint8(i)}
				mobiles[f.country]++
				if _, apart := w.lands[f.country].blocks["mobile"]; !apart {
					p.area, p.mobile = w.area(&f, firm), lines[area]
					lines[area]++
				}
				if f.family || f.kin != firm {
					p.family = f.kin + 1
					if f.kin != firm {
						p.sibling = 9
					}
				}
				w.people = append(w.people, p)
				if i > 0 && p.family == 0 && d.chance(0.05) {
					movers[f.country] = append(waiting, person)
				}
			}
			if i == 0 {
				f.owner = person
			}
			f.crew++
			n := min(1+d.from(copies), m.rows-planned)
			w.contacts = append(w.contacts, contactPlan{firm, person})
			w.copies = append(w.copies, uint8(n))
			planned += n
		}
		w.firms = append(w.firms, f)
	}
	w.giveNames()
	return w
}

// planFirm settles what of a firm depends on the firms before it.
func (w *world) planFirm(d *dice, country uint8, size byte) firmPlan {
	firm := uint32(len(w.firms))
	// A relative's one-man business at the same address: a family at one
	// address that is not one firm.
	if firm > 0 && d.chance(0.4) {
		last := &w.firms[firm-1]
		if last.size == 's' && last.family && last.kin == firm-1 {
			return firmPlan{country: last.country, size: 's', kin: last.kin, place: last.place}
		}
	}
	place := uint16(d.from(w.lands[country].placeBag))
	return firmPlan{country: country, size: size, kin: firm, place: place, family: size != 'l' && d.chance(0.06)}
}

// area is the area code of a firm's switchboard, one of its city's.
func (w *world) area(f *firmPlan, firm uint32) string {
	areas := w.lands[f.country].places[f.place].areas
	return areas[int(firm)%len(areas)]
}

// weigh prepares the choices that depend on the mixture.
func (w *world) weigh(m mixture) {
	for _, in := range w.industries {
		weight := in.weight
		if in.food {
			weight *= m.food
		}
		w.industryBag.add(weight)
	}
	// Small firms show their owner, large ones their departments.
	factors := map[string]map[string]float64{
		"s": {"top": 4, "head": 0.3, "mid": 0.3, "staff": 0.3},
		"m": {"top": 1, "head": 1.2, "mid": 1, "staff": 0.8},
		"l": {"top": 0.4, "head": 1, "mid": 1.2, "staff": 1.3},
	}
	w.titleBags = map[string]bag{}
	for size, factor := range factors {
		var b bag
		for _, t := range w.titles {
			weight := t.weight * factor[t.level]
			if size != "s" && t.concept == "owner" {
				weight *= 0.2
			}
			b.add(weight)
		}
		w.titleBags[size] = b
	}
}

// giveNames makes names unique within a town, and domains everywhere: firms
// of one name in two towns have two sites.
func (w *world) giveNames() {
	names := make(map[uint64]bool, len(w.firms))
	domains := make(map[uint64]uint32, len(w.firms))
	for i := range w.firms {
		f := w.firm(uint32(i))
		name := hash(f.place.city + f.core)
		if names[name] {
			w.firms[i].second = true
			f = w.firm(uint32(i))
		}
		names[name] = true
		domain := hash(f.slug)
		w.firms[i].domain = domains[domain]
		domains[domain]++
	}
}

// hash is FNV-1a, 64 bits.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// suppressed tells whether a person stands on the suppression list.
func (w *world) suppressed(person uint32, share float64) bool {
	return share > 0 && float64(mix(w.dice.seed^mix(uint64(person)<<8|suppressKind))>>11)/(1<<53) < share
}

// order is every row of the list in the order written: the contact in the low
// 28 bits, which of its rows above them, shuffled so that the rows of a
// contact stand far apart.
func (w *world) order() []uint32 {
	rows := make([]uint32, 0, w.rows)
	for c, n := range w.copies {
		for v := range uint32(n) {
			rows = append(rows, v<<28|uint32(c))
		}
	}
	d := newDice(w.dice.seed).of(orderKind, 0)
	d.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return rows
}
