package clean

import (
	"strings"
	"testing"
)

// TestHonorifics holds every form of address, title and suffix of the market
// notes, section 8.
func TestHonorifics(t *testing.T) {
	for _, c := range []struct{ country, titles string }{
		{"PL", "Pan, Pani, P., Państwo, Sz.P., inż., mgr, mgr inż., dr, dr inż., dr hab., prof., lek., lek. med., adw., r.pr., mec., not., arch."},
		{"RO", "Dl., Dna., Dra., D-l, D-na, D-ra, Domnul, Doamna, Ing., Ec., Dr., Prof., Conf., Av., Arh., Jr."},
		{"NO", "Hr., Herr, Fru, Frk., Dr., Prof., siv.ing., adv."},
		{"FR", "M., Mr, Mme, Mlle, Me, MM., Dr, Pr, Ing."},
		{"DE", "Herr, Hr., Frau, Fr., Dr., Dr. med., Dr.-Ing., Prof. Dr., Dipl.-Ing., Dipl.-Kfm., Ing., Mag., RA, StB"},
		{"GB", "Mr, Mrs, Ms, Miss, Mx, Sir, Dame, Lord, Rev, Hon, Dr, Prof"},
	} {
		for title := range strings.SplitSeq(c.titles, ", ") {
			for _, p := range [2]Person{SplitName(title+" Robin Heron", c.country, ""), PersonParts("", title+" Robin", "", "Heron", "", c.country)} {
				if p.Prefix != title || p.First != "Robin" || p.Last != "Heron" {
					t.Errorf("%s %q gives %+v", c.country, title, p)
				}
			}
		}
	}
	for _, suffix := range strings.Split("PhD MD JD Esq CPA MBA PMP PE OBE CBE KC Jr Sr II III IV B.Sc. M.A. jun. sen. fils père", " ") {
		for _, p := range [3]Person{SplitName("Robin Heron "+suffix, "", ""), SplitName("Robin Heron, "+suffix, "", ""), PersonParts("", "Robin", "", "Heron "+suffix, "", "")} {
			if p.Suffix != suffix || p.First != "Robin" || p.Last != "Heron" {
				t.Errorf("%q gives %+v", suffix, p)
			}
		}
	}
	for _, last := range strings.Split("af Heron|av Heron|von Heron|de Heron|van Heron|d'Heron|du Heron|des Heron|de la Heron|la Heron|von der Heron|von und zu Heron|zu Heron|zum Heron|zur Heron|O'Heron|MacHeron|McHeron|FitzHeron|St. Heron|al-Heron|bin Heron|dos Heron|da Heron|Heron y Stork", "|") {
		if p := SplitName("Robin James "+last, "", ""); p.Last != last || p.First != "Robin" || p.Middle != "James" {
			t.Errorf("%q gives %+v", last, p)
		}
	}
}
