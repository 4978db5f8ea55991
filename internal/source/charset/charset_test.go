package charset

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode/utf16"
)

// texts are invented lists in several languages, as short as lists get.
var texts = map[string]string{
	"pl": "Imię;Nazwisko;Firma;Miasto\nŁukasz;Wójcik;Zakład Ślusarski Gąsior;Łódź\nMałgorzata;Zięba;Żwirownia Bełżec;Kraków\nGrażyna;Wiśniewska;Przedsiębiorstwo Budowlane;Poznań\n",
	"ro": "Prenume;Nume;Firmă;Oraș\nȘtefan;Țurcanu;Brutăria Împărat;Timișoara\nIoana;Popușoi;Fabrica de Încălțăminte;Iași\nMădălina;Băluță;Construcții Râul Alb;Brăila\n",
	"cs": "Jméno;Příjmení;Firma;Město\nJiří;Dvořák;Zámečnictví Růžička;Plzeň\nŽaneta;Šťastná;Pekařství u Věže;Třebíč\nBožena;Kučerová;Stavební společnost;Děčín\n",
	"sk": "Meno;Priezvisko;Firma;Mesto\nĽubomír;Hruška;Stolárstvo Vŕba;Košice\nŽofia;Šťastná;Pekáreň pri veži;Žilina\n",
	"hu": "Keresztnév;Vezetéknév;Cég;Város\nErzsébet;Szűcs;Asztalos Műhely;Győr\nÖdön;Erdős;Építőipari Kft;Székesfehérvár\nÁgnes;Kővári;Pékség;Hódmezővásárhely\n",
	"hr": "Ime;Prezime;Tvrtka;Grad\nŽeljko;Đurić;Stolarija Čavlić;Šibenik\nAnđela;Kovačević;Pekara Našička;Požega\n",
	"sl": "Ime;Priimek;Podjetje;Kraj\nJože;Črnič;Mizarstvo Žagar;Škofja Loka\nŠpela;Kovačič;Pekarna Ob cesti;Črnomelj\n",
	"fr": "Prénom;Nom;Société;Ville\nHélène;Lefèvre;Boulangerie du Château;Besançon\nFrançois;Bénard;Chaudronnerie Générale;Orléans\nZoé;Gaëtan;Hôtel de la Forêt;Nîmes\n",
	"de": "Vorname;Nachname;Firma;Straße\nJürgen;Müller;Schlosserei Großmann;Köln\nBärbel;Schäfer;Bäckerei Löwe;Münchener Straße 5\n",
	"no": "Fornavn;Etternavn;Firma;Sted\nBjørn;Sørensen;Snekkeriet på Åsen;Tromsø\nÅse;Bjørnstad;Bakeriet Ærlig;Ålesund\n",
	"lt": "Vardas;Pavardė;Įmonė;Miestas\nŽygimantas;Šarūnas;Baldų dirbtuvė;Šiauliai\nRūta;Kęstutytė;Kepykla Ąžuolas;Panevėžys\nJūratė;Žemaitytė;Statybų įmonė;Mažeikiai\n",
	"es": "Nombre;Apellido;Empresa;Ciudad\nJosé;Núñez;Panadería del Niño;Málaga\nÁngela;Ibáñez;Construcción Rápida;León\n",
}

// TestGuess writes each text in each encoding that can hold it and wants the
// same text back. Which of two encodings is named does not matter where both
// read the bytes alike.
func TestGuess(t *testing.T) {
	samples := map[string]string{}
	for lang, text := range texts {
		samples[lang] = text
		samples[lang+" in capitals"] = strings.ToUpper(text)
		lines := strings.SplitAfter(text, "\n")
		samples[lang+" in one row"] = lines[1]
	}
	cedilla := strings.NewReplacer("ș", "ş", "ț", "ţ", "Ș", "Ş", "Ț", "Ţ")
	for lang, text := range samples {
		for _, name := range []string{"utf-8", "windows-1250", "windows-1252", "windows-1257", "iso-8859-1", "iso-8859-2", "iso-8859-15", "iso-8859-16", "cp852", "cp850", "macintosh", "mac-ce"} {
			raw, ok := encode(text, name)
			if !ok {
				continue
			}
			t.Run(lang+"/"+name, func(t *testing.T) {
				var e Evidence
				e.Add(raw)
				g := e.Guess()
				got := decode(t, raw, g.Name)
				// Windows-1250 and ISO-8859-16 put the two Romanian letters, with
				// cedilla and with comma, on the same bytes.
				if want := decode(t, raw, name); cedilla.Replace(got) != cedilla.Replace(want) {
					t.Errorf("read as %s (%s, %.2f):\n%s", g.Name, g.Language, g.Confidence, got)
				}
			})
		}
	}
}

// TestGuessWide reads UTF-16 without a mark in alphabets whose letters leave no
// NUL bytes.
func TestGuessWide(t *testing.T) {
	for _, text := range []string{
		"Компания;Город;Сотрудники\r\nРомашка;Москва;12\r\nСевер;Тверь;7\r\n",
		"Εταιρεία;Πόλη;Υπάλληλοι\r\nΑθηνά;Αθήνα;12\r\nΒορράς;Πάτρα;7\r\n",
		"Firma;Miasto;Osób\r\nŻółć;Łódź;12\r\nŚwięto;Kraków;7\r\n",
	} {
		var low, high []byte
		for _, c := range utf16.Encode([]rune(text)) {
			low, high = append(low, byte(c), byte(c>>8)), append(high, byte(c>>8), byte(c))
		}
		for name, raw := range map[string][]byte{UTF16LE: low, UTF16BE: high} {
			var e Evidence
			e.Add(raw)
			if g := e.Guess(); g.Name != name {
				t.Errorf("%s read as %s", name, g.Name)
			}
		}
	}
}

// encode writes text in a named encoding; ok is false if it cannot.
func encode(text, name string) (raw []byte, ok bool) {
	if name == UTF8 {
		return []byte(text), true
	}
	for _, p := range pages {
		if p.name != name {
			continue
		}
		back := map[rune]byte{}
		for b := 255; b >= 0; b-- {
			back[p.rune(byte(b))] = byte(b)
		}
		cedilla := strings.NewReplacer("ș", "ş", "ț", "ţ", "Ș", "Ş", "Ț", "Ţ")
		if _, has := back['ș']; !has {
			text = cedilla.Replace(text)
		}
		for _, r := range text {
			b, has := back[r]
			if !has {
				return nil, false
			}
			raw = append(raw, b)
		}
		return raw, true
	}
	return nil, false
}

func decode(t *testing.T, raw []byte, name string) string {
	t.Helper()
	r, err := NewReader(bytes.NewReader(raw), name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
