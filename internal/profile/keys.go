package profile

import (
	"goldpan/internal/contact"
	"goldpan/internal/qualify"
)

// shape is what a key holds.
type shape uint8

const (
	scalar  shape = iota
	mapping       // the keys of Keys, or any keys where Each is set
	list          // items of Each
)

// key is one key of the profile: the table of keys is what the walker checks
// by, what the JSON schema is made of, and what says what is not in effect yet.
type key struct {
	name     string
	doc      string
	shape    shape
	form     form  // of a scalar
	keys     []key // of a mapping
	each     *key  // value of each item of a list, or of each free key of a mapping
	eachName form  // of the free keys of a mapping
	alone    *form // a mapping or list may also be this one scalar
	required []string
	pending  bool // accepted, without effect yet
}

func text(name string, f form, doc string) key { return key{name: name, form: f, doc: doc} }

func words(name string, f form, doc string) key {
	return key{name: name, shape: list, each: &key{form: f}, alone: &f, doc: doc}
}

func section(name, doc string, keys ...key) key {
	return key{name: name, shape: mapping, keys: keys, doc: doc}
}

func pending(k key) key {
	k.pending = true
	return k
}

func items(name, doc string, required []string, keys ...key) key {
	return key{name: name, shape: list, doc: doc,
		each: &key{shape: mapping, keys: keys, required: required}}
}

// table is every key of the profile, in the order of the specification.
func table() key {
	return section("", "goldpan profile: who is a prospect",
		text("version", enum("1"), "version of this grammar"),
		text("language", enum(contact.Languages()...), "language of texts in the workbook, questions and reasons"),
		text("country", country, "assumed where a row does not tell"),
		text("as_of", today, "the day everything is judged at"),
		listsKey(),
		testKey(qualify.Target, "does it fit the market"),
		testKey(qualify.Means, "can it pay"),
		testKey(qualify.Authority, "may the person decide"),
		words("require", enum("interest", "contact", "consent"), "what a contact must bring"),
		text("on_no_authority", enum("keep-company", "reject"), "what becomes of a company whose only fault is the person"),
		section("reach", "channels of which one must be there", words("any", enum("phone", "mobile", "email", "website", "linkedin", "address"), "channels")),
		section("exclude", "companies never to be contacted", words("companies", existing, "file with companies")),
		customersKey(), suppressKey(),
		text("rules", existing, "contact rules; default: the embedded ones"),
		items("score", "points for what makes a contact better", []string{"name", "when", "points"},
			text("name", anyText, "name of the rule"), text("when", expression, "true for those who get the points"),
			text("points", wholeNumber, "points, may be negative"), text("why", anyText, "what a rep says; {field} stands for a value")),
		key{name: "tiers", shape: mapping, each: &key{form: wholeNumber}, eachName: anyText, doc: "letter and lowest score"},
		text("decay", percent, "share of records that go stale in a month"),
		assignKey(),
		section("gates", "what stops delivery",
			pending(text("max_rejected", percent, "share of rows")), pending(text("max_unreadable", percent, "share of rows")),
			pending(text("min_prospects", count, "prospects")), pending(text("layout_drift", enum("stop", "warn"), "a list whose columns changed"))),
		section("outputs", "what is written",
			text("dir", folder, "folder; {date} stands for the day"),
			section("calllist", "the call list", text("rows", count, "at most")),
			words("keep_columns", anyText, "columns of the lists to keep"),
			pending(words("crm", enum("salesforce", "hubspot", "pipedrive"), "import files")),
			pending(text("claims", yesNo, "claims to vendors")),
			text("group", anyText, "group that may read the files")),
		key{name: "rates", shape: mapping, keys: []key{text("date", day, "day of the rates")},
			each: &key{form: rate}, eachName: currency, doc: "what one unit of a currency is worth"},
		section("dedupe", "who is whom", text("cut", cut, "precision=0.99, or f1"),
			key{name: "compare", shape: mapping, each: &key{form: enum("text", "number", "date")}, eachName: anyText,
				doc: "further columns to compare"},
			text("decisions", existing, "review.csv with the decision column filled in")),
		pending(text("book", anyText, "the contact book")),
	)
}

func listsKey() key {
	return items("lists", "what is known about inputs", []string{"match"},
		text("match", anyText, "path or glob"), text("vendor", anyText, "who sold it"),
		text("purchased", day, "day of purchase"), text("price", money, "what it cost"),
		text("ordered_rows", count, "rows ordered"),
		section("promise", "what the vendor promised", text("emails_verified", percent, "share"),
			words("countries", country, "countries"),
			section("employees", "size", text("min", size, "at least"), text("max", size, "at most"))),
		text("basis", anyText, "legal basis"), text("trust", enum("1", "2", "3", "4", "5"), "5 is trusted most"),
		key{name: "map", shape: mapping, each: &key{form: fieldName}, eachName: anyText, doc: "column to field, - leaves it out"},
		text("sheet", anyText, "sheet of the workbook"), text("header_row", headerRow, "row of the header, or none"),
		text("encoding", anyText, "utf-8, windows-1250 ..."), text("delimiter", anyText, "; , or tab"))
}

func customersKey() key {
	return items("customers", "who already buys", []string{"file"},
		text("file", existing, "CRM export or list"), text("match", enum("account", "contact"), "whole company or the person"),
		text("route", enum("reject", "cross-sell", "win-back"), "where they go"),
		section("lapsed", "those who bought long ago", text("older_than", period, "since the last order"),
			text("route", enum("reject", "cross-sell", "win-back"), "where they go")))
}

func suppressKey() key {
	return items("suppress", "who must not be contacted", []string{"file"},
		text("file", existing, "list, plain or hashed"), text("channel", enum("call", "email", "all"), "what is closed"),
		text("date", day, "as of when"), text("max_age", period, "older ones are warned about"))
}

func assignKey() key {
	return section("assign", "who calls whom",
		items("reps", "the reps", []string{"name"}, text("name", anyText, "name"),
			section("territory", "where", words("country", country, "countries"), words("region", anyText, "regions"),
				words("postal_code", anyText, "beginnings of postal codes")),
			words("languages", enum(contact.Languages()...), "spoken"), text("capacity", count, "contacts a run")),
		text("per_account", count, "contacts of an account on a sheet"),
		pending(text("return_after", period, "delivered without an outcome: back to the pool")),
		pending(text("recycle_after", period, "back after this, never for refusals")))
}

// testKey makes the keys of a test from the grammar of its criteria.
func testKey(test qualify.Test, doc string) key {
	unknown := text("unknown", enum("reject", "pass"), "what unknown counts as")
	k := section(test.String(), doc)
	for _, rule := range qualify.Grammar() {
		if rule.Test != test || len(rule.Keys) == 0 {
			continue
		}
		c := section(rule.Name, rule.Doc)
		for _, g := range rule.Keys {
			c.keys = append(c.keys, grammarKey(g))
		}
		if rule.Keys[0].Form == qualify.Size {
			c.alone = &sizeBand
		}
		c.keys = append(c.keys, unknown)
		k.keys = append(k.keys, c)
	}
	if test == qualify.Authority {
		k.keys = append(k.keys, text("by_size", yesNo, "who decides depends on the size of the firm and the ticket"),
			text("ticket", money, "what the sale is worth"))
	}
	k.keys = append(k.keys, items("custom", "criteria of your own", []string{"name", "when"},
		text("name", criterionName, "name of the criterion, in reasons"), text("when", expression, "true for those who meet it"),
		text("why", anyText, "what a rep says when it is met"), unknown))
	return k
}

func grammarKey(g qualify.GrammarKey) key {
	switch g.Form {
	case qualify.Words:
		if g.Enum != nil {
			return words(g.Name, enum(g.Enum...), "")
		}
		return words(g.Name, anyText, "")
	case qualify.Money:
		return text(g.Name, money, "amount with unit and currency: 2M EUR")
	case qualify.Size:
		return text(g.Name, size, "number of people")
	case qualify.Day:
		return text(g.Name, yearOrDay, "year or day")
	case qualify.Number, qualify.Kilometres:
		return text(g.Name, decimal, "number")
	}
	return text(g.Name, anyText, "")
}
