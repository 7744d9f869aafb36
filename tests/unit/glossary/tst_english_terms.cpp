#include "glossary/engine/english_spelling.h"
#include "glossary/engine/term_receipts.h"

#include <QtTest/QtTest>

#include <array>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

/// A term and a text in which [ and ] stand around every place that carries it; none: it is not there.
struct Row
{
    const char *term;
    const char *text;
};

constexpr std::array rows{
    // as it is, case, typography
    Row{"Ministry of Foreign Affairs", "The [Ministry of Foreign Affairs] said so."},
    Row{"Ministry of Foreign Affairs", "the [ministry of foreign affairs] said so"},
    Row{"Ministry of Foreign Affairs", "[MINISTRY OF FOREIGN AFFAIRS]"},
    Row{"ministry of foreign affairs", "The [Ministry of Foreign Affairs] said so."},
    Row{"Ministry of Foreign Affairs", "[Ministry of\nForeign Affairs]"},
    Row{"Ministry of Foreign Affairs", "[Ministry  of Foreign Affairs]"},
    Row{"Ministry of Foreign Affairs", "Ministry of Home Affairs"},
    Row{"Ministry of Foreign Affairs", "Foreign trade. Affairs of the Ministry"},
    Row{"Prime Minister", "[Prime Minister] Pham Minh Chinh met the [prime minister]."},
    Row{"Prime Minister", "a primary minister"},
    Row{"Chairman's Statement", "the [Chairman’s Statement] of the Summit"},
    Row{"Chairman’s Statement", "the [Chairman's Statement] of the Summit"},
    Row{"ASEAN-China relations", "[ASEAN–China relations] have grown"},
    Row{"ASEAN–China relations", "[ASEAN-China relations] have grown"},
    // plural
    Row{"strategic partnership", "three [strategic partnerships]"},
    Row{"strategic partnerships", "a [strategic partnership]"},
    Row{"policy", "foreign [policies] and a [policy]"},
    Row{"policies", "a [policy]"},
    Row{"crisis", "two [crises] and one [crisis]"},
    Row{"Secretary-General", "the [Secretaries-General] met"},
    Row{"Secretary-General", "[Secretary Generals] and a [Secretary General]"},
    Row{"Secretary-General of ASEAN", "former [Secretaries-General of ASEAN]"},
    Row{"Minister of Foreign Affairs", "the [Ministers of Foreign Affairs] of both"},
    Row{"Ministers of Foreign Affairs", "the [Minister of Foreign Affairs]"},
    Row{"Attorney General", "[Attorneys General] and [Attorney Generals]"},
    Row{"Foreign Minister", "[Foreign Ministers] of ASEAN"},
    Row{"chargé d'affaires", "the [chargés d’affaires] of three missions"},
    Row{"chargé d'affaires", "a [charge d'affaires] a.i."},
    Row{"note verbale", "several [notes verbales] and a [note verbale]"},
    Row{"aide-mémoire", "two [aides-mémoire], an [aide-memoire] and an [aide memoire]"},
    Row{"memorandum of understanding", "[memoranda of understanding]"},
    Row{"memorandum of understanding", "[memorandums of understanding]"},
    Row{"forum", "many [fora] and [forums]"},
    Row{"woman", "[women] and peace"},
    Row{"chairwoman", "the [chairwomen]"},
    Row{"criterion", "these [criteria]"},
    Row{"ASEAN Member State", "all [ASEAN Member States]"},
    Row{"non-governmental organisation", "[non-governmental organisations]"},
    Row{"consulate", "two [consulates]"},
    Row{"embassy", "the [embassies] and an [Embassy]'s gate"},
    Row{"series", "a [series] of meetings"},
    Row{"news agency", "two [news agencies], a new agency"},
    Row{"veto", "[vetoes]"},
    Row{"army", "two [armies] and no arms"},
    // possessive
    Row{"ASEAN", "[ASEAN]'s role and [ASEAN]’s views"},
    Row{"Viet Nam", "[Viet Nam]’s policy"},
    Row{"ASEAN Foreign Ministers' Meeting", "the [ASEAN Foreign Ministers Meeting]"},
    Row{"ASEAN Foreign Ministers' Meeting", "the [ASEAN Foreign Ministers’ Meeting]"},
    Row{"ASEAN Foreign Ministers' Meeting", "the [ASEAN Foreign Minister's Meeting]"},
    Row{"ASEAN Foreign Ministers Meeting", "the [ASEAN Foreign Ministers' Meetings]"},
    Row{"people's committee", "the [People's Committees] of the provinces"},
    Row{"Prime Minister of Viet Nam", "[Viet Nam's Prime Minister] arrived"},
    Row{"Prime Minister of Viet Nam", "[Viet Nam’s Prime Minister]"},
    Row{"Foreign Minister of the Lao PDR", "the [Lao PDR's Foreign Minister]"},
    Row{"Prime Minister of Viet Nam", "[Viet Nam Prime Minister]"},
    Row{"Sea of Okhotsk", "in the [Okhotsk Sea]"},
    Row{"freedom of navigation", "navigation freedom"},
    // hyphens and dashes
    Row{"Non-Aligned Movement", "the [Non-Aligned Movement]"},
    Row{"Non-Aligned Movement", "the [Non Aligned Movement] and the [Nonaligned Movement]"},
    Row{"Non-Aligned Movement", "the [Non‑Aligned Movement]"},
    Row{"multilateral", "[multi-lateral] forms"},
    Row{"multi-lateral", "[multilateral] forms"},
    Row{"multilateralism", "[multi-lateralism]"},
    Row{"peacekeeping operation", "UN [peace-keeping operations]"},
    Row{"peace-keeping operation", "UN [peacekeeping operations]"},
    Row{"policy-maker", "[policymakers], [policy-makers], [policy makers]"},
    Row{"socio-economic development", "[socioeconomic development]"},
    Row{"co-operation", "[cooperation]"},
    Row{"cooperation", "[co-operation]"},
    Row{"Vice Chairman", "the [Vice-Chairman] and the [Vice–Chairmen]"},
    Row{"Trans-Pacific", "[Trans Pacific], [Transpacific]"},
    Row{"Ha Noi", "Hanoi is the capital"},
    Row{"Hanoi", "Ha Noi is the capital"},
    Row{"Hanoi", "[Ha-Noi]"},
    Row{"two-way trade", "[two way trade]"},
    Row{"COVID-19", "[Covid-19] and [COVID 19]"},
    Row{"ASEAN+3", "[ASEAN Plus Three], [ASEAN+3], [ASEAN plus 3]"},
    Row{"ASEAN Plus Three", "[ASEAN+3]"},
    // articles and small words
    Row{"Ministry of the Interior", "[Ministry of Interior]"},
    Row{"Ministry of Interior", "[Ministry of the Interior]"},
    Row{"the Government", "[Government] officials and the [Government]"},
    Row{"Law of the Sea", "the [Law of Sea]"},
    Row{"United Nations Convention on the Law of the Sea",
        "[United Nations Convention on the Law of the Sea]"},
    Row{"trade and investment", "[trade & investment]"},
    Row{"play an important role", "[play important roles] and [plays the important role]"},
    Row{"Committee of Ministers", "Committee on Ministers"},
    // British and American
    Row{"World Trade Organization", "the [World Trade Organisation]"},
    Row{"World Trade Organisation", "the [World Trade Organization]"},
    Row{"AHA Centre", "the [AHA Center]"},
    Row{"ASEAN Centre for Energy", "the [ASEAN Center for Energy]"},
    Row{"Ministry of Defence", "the [Ministry of Defense]"},
    Row{"programme", "three [programs], one [program], two [programmes]"},
    Row{"United Nations Development Programme", "[United Nations Development Program]"},
    Row{"labour", "[labor] and [labour]"},
    Row{"neighbouring countries", "a [neighboring country]"},
    Row{"denuclearisation", "the [denuclearization] of the peninsula"},
    Row{"dialogue partner", "a [dialog partner]"},
    Row{"travel", "[travelling], [traveling], [travelled]"},
    Row{"minister-counsellor", "a [Minister-Counselor]"},
    Row{"analyse", "[analyze], [analysed], [analyzing]"},
    Row{"honour", "[honors] and [honoured]"},
    Row{"licence", "[license]"},
    Row{"four", "for the hour"},
    // inflection of common words
    Row{"hold talks", "They [held talks]."},
    Row{"hold talks", "[holding talks] in Ha Noi"},
    Row{"hold talks", "[held] fruitful [talks] with"},
    Row{"hold talks", "held a banquet. Talks followed"},
    Row{"reaffirm", "He [reaffirmed] it, [reaffirming] it and [reaffirms] it"},
    Row{"cooperate", "[cooperating], [cooperated], [cooperates]"},
    Row{"negotiate", "[negotiations] and [negotiating]"},
    Row{"attach importance to", "[attaches] great [importance to]"},
    Row{"attach importance to", "[attached importance to]"},
    Row{"take the lead", "[took the lead], [taken the lead], [takes lead]"},
    Row{"make a speech", "[made a speech]"},
    Row{"uphold", "[upheld] and [upholding]"},
    Row{"withdraw", "[withdrawn], [withdrew]"},
    Row{"veto", "[vetoed]"},
    Row{"sign", "[signed], [signing]"},
    Row{"signing ceremony", "the [signing ceremonies]"},
    Row{"international law", "internal law"},
    Row{"internal affairs", "international affairs"},
    Row{"organ", "the organization"},
    Row{"author", "the authorities"},
    Row{"important", "imports"},
    Row{"general", "a generation"},
    Row{"department", "the departure"},
    Row{"consul", "the consulate"},
    Row{"bilateral relations", "[bilateral] and multilateral [relations]"},
    Row{"issues of common concern", "[issues of] regional and [common concern]"},
    Row{"bilateral relations", "bilateral talks. Relations have grown."},
    Row{"peace and stability", "[peace], security [and stability]"},
    Row{"free and open", "free trade that is open"},
    // proper names are not inflected as verbs are
    Row{"United Nations", "unite the nation"},
    Row{"United Nations", "the [UNITED NATIONS]"},
    Row{"General Assembly", "generally assembled"},
    Row{"Open Door", "opened door"},
    Row{"Commission", "committed"},
    Row{"Ministry", "minister"},
    Row{"Somalia", "the [Somalian] coast and [Somalia]"},
    Row{"Toronto", "two [Torontonians]"},
    Row{"Western Australia", "the [Western Australian] capital"},
    Row{"Japan", "the [Japanese] delegation"},
    Row{"Office", "an Officer"},
    Row{"president", "a [presidential] visit"},
    Row{"ministerial", "of the [ministers]"},
    Row{"Lieutenant Colonel", "said [Lt. Col]. Brown"},
    Row{"Captain", "[Capt]. Brown"},
    // names in longer names and lists
    Row{"Chairman of the Committee", "the [Chairman of] the Republican National [Committee]"},
    Row{"Foreign Minister", "the [Foreign] and Defence [Ministers]"},
    Row{"Minister of Defence", "the [Ministers of] Foreign Affairs and [Defence]"},
    Row{"East Sea", "the East China Sea"},
    Row{"Republic of Korea", "the Republic of North Korea"},
    Row{"Ministry of Justice", "the Ministry of all that is Justice"},
    // diacritics
    Row{"attaché", "two [attachés] and an [attache]"},
    Row{"Côte d'Ivoire", "[Cote d’Ivoire] and [Côte d'Ivoire]"},
    Row{"Sao Tome and Principe", "[São Tomé and Príncipe]"},
    Row{"Ha Noi", "Hà Nội"},
    Row{"Hà Nội", "Ha Noi"},
    Row{"Hà Nội", "[Hà Nội]"},
    Row{"Türkiye", "[Turkiye] and [Türkiye]"},
    Row{"Peru", "[Perú]"},
    Row{"Vo Van Thuong", "Võ Văn Thưởng"},
    // ordinals and numbers
    Row{"53rd ASEAN Summit", "the [53rd ASEAN Summit]"},
    Row{"53rd ASEAN Summit", "the [Fifty-third ASEAN Summit]"},
    Row{"53rd ASEAN Summit", "the [fifty third ASEAN Summit]"},
    Row{"Fifty-Third ASEAN Summit", "the [53rd ASEAN Summit]"},
    Row{"53rd ASEAN Summit", "the 35th ASEAN Summit"},
    Row{"53rd ASEAN Summit", "the 53 ASEAN Summits"},
    Row{"21st Century", "[Twenty-First Century] and [twenty-first century]"},
    Row{"1st session", "the [first session]"},
    Row{"12th Congress", "the [Twelfth Congress]"},
    Row{"80th anniversary", "the [eightieth anniversary]"},
    Row{"{n:ordinal} ASEAN Summit", "the [35th ASEAN Summit] and the [ASEAN Summit]"},
    Row{"Group of Seven", "the [Group of 7]"},
    Row{"First Lady", "the [First Ladies]"},
    Row{"10,000 troops", "[10000 troops]"},
    Row{"twenty-one", "[21]"},
    // acronyms
    Row{"ASEAN", "the [ASEAN] Secretariat and [Asean]"},
    Row{"WHO", "who was there"},
    Row{"US", "it is up to us"},
    Row{"US", "the [U.S.] and the [US]"},
    Row{"U.S. dollar", "a [US dollar]"},
    Row{"UN", "the [U.N.] and the [UN]"},
    Row{"NGO", "[NGOs]"},
    Row{"MoU", "an [MOU], two [MOUs], three [MoUs]"},
    Row{"UNESCO", "[Unesco]"},
    Row{"AMM", "the [AMM] met; AIMMS did not"},
    Row{"G20", "the [G20] and the g20"},
    Row{"Treaty of Amity and Cooperation", "the [TAC]"},
    Row{"Treaty of Amity and Cooperation in Southeast Asia", "the [Treaty of Amity and Cooperation in "
                                                             "Southeast Asia] (TAC)"},
    Row{"Ministry of Foreign Affairs", "the [MFA] and the [MOFA]"},
    Row{"Memorandum of Understanding", "an [MoU]"},
    Row{"United Nations Security Council", "[United Nations (UN) Security Council], [UNSC]"},
    Row{"European Union", "the [EU]"},
    Row{"Treaty of Amity and Cooperation", "TACT and tac"},
    // where a term ends
    Row{"Prime Minister", "prime. Minister"},
    Row{"Prime Minister", "prime, minister"},
    Row{"party", "[party] and third-[party] rights, particle"},
    Row{"Party", "the [Party] and the [party]"},
    Row{"East Sea", "the “[East Sea]”, in the [East Sea]"},
    Row{"East Sea", "the Middle East. Sea routes"},
    Row{"sea", "the [sea], seal, overseas"},
    Row{"Viet Nam", "vietnamnews and Vietnam"},
    Row{"Vietnam", "see vietnam.vn for more"},
    Row{"Mr. President", "[Mr President] and [Mr. President]"},
    Row{"St. Petersburg", "[Saint Petersburg] and [St Petersburg]"},
    Row{"Law on Treaties, 2016", "the [Law on Treaties, 2016]"},
    Row{"Hoang Sa (Paracel) archipelago", "the [Hoang Sa (Paracel) archipelagos]"},
    Row{"Agent Orange/dioxin", "[Agent Orange/dioxin] and [Agent Orange dioxin]"},
    Row{"the", "[the]"},
    Row{"", "nothing is not found"},
    Row{"  ", "nothing is not found"},
    Row{"—", "nothing — is not found"},
    Row{"peace", ""},
};

struct Marked
{
    QString text;
    QList<Span> spans;
};

Marked unmarked(const QString &marked)
{
    Marked result;
    for (const QChar c : marked) {
        if (c == u'[')
            result.spans.append({result.text.size(), 0});
        else if (c == u']')
            result.spans.last().end = result.text.size();
        else
            result.text += c;
    }
    return result;
}

QString marked(const QString &text, const QList<Span> &spans)
{
    QString result = text;
    for (auto span = spans.crbegin(); span != spans.crend(); ++span) {
        result.insert(span->end, u']');
        result.insert(span->start, u'[');
    }
    return result;
}

} // namespace

class TestEnglishTerms : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void saysHowWellItFits_data();
    void saysHowWellItFits();
    void oneSpelling_data();
    void oneSpelling();
    void singular_data();
    void singular();
    void keysTellTermsApart();
    void shortForms_data();
    void shortForms();

private:
    TermReceipts m_receipts;
};

void TestEnglishTerms::finds_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("text");
    int number = 0;
    for (const Row &row : rows) {
        QTest::addRow("%d %s", ++number, row.term)
            << QString::fromUtf8(row.term) << QString::fromUtf8(row.text);
    }
}

void TestEnglishTerms::finds()
{
    QFETCH(QString, term);
    QFETCH(QString, text);
    const Marked expected = unmarked(text);
    QList<Span> found;
    for (const EnglishPlace &place : m_receipts.placesOf(term, expected.text))
        found += place.spans;
    QCOMPARE(marked(expected.text, found), text);
}

void TestEnglishTerms::saysHowWellItFits_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("fit");
    const auto row = [](const char *term, const char *text, EnglishFit fit) {
        QTest::addRow("%s / %s", term, text)
            << QString::fromUtf8(term) << QString::fromUtf8(text) << static_cast<int>(fit);
    };
    row("East Sea", "East Sea", EnglishFit::Exact);
    row("east sea", "East sea", EnglishFit::Exact);
    row("East Sea", "EAST SEA", EnglishFit::Exact);
    row("Chairman's Statement", "Chairman’s Statement", EnglishFit::Exact);
    row("East Sea", "east sea", EnglishFit::Form);
    row("East Sea", "East Seas", EnglishFit::Form);
    row("Secretary-General", "Secretary General", EnglishFit::Form);
    row("Party", "Party", EnglishFit::Exact);
    row("Party", "party", EnglishFit::Loose);
    row("hold talks", "held talks", EnglishFit::Form);
    row("hold talks", "hold long talks", EnglishFit::Loose);
}

void TestEnglishTerms::saysHowWellItFits()
{
    QFETCH(QString, term);
    QFETCH(QString, text);
    QFETCH(int, fit);
    const QList<EnglishPlace> places = m_receipts.placesOf(term, text);
    QCOMPARE(places.size(), 1);
    QCOMPARE(static_cast<int>(places.first().fit), fit);
}

void TestEnglishTerms::oneSpelling_data()
{
    QTest::addColumn<QString>("british");
    QTest::addColumn<QString>("american");
    const std::array<std::array<const char *, 2>, 18> pairs{{{"organisation", "organization"},
                                                             {"recognised", "recognized"},
                                                             {"normalising", "normalizing"},
                                                             {"centre", "center"},
                                                             {"theatres", "theaters"},
                                                             {"programme", "program"},
                                                             {"labour", "labor"},
                                                             {"favourable", "favorable"},
                                                             {"neighbours", "neighbors"},
                                                             {"neighbourhood", "neighborhood"},
                                                             {"behaviour", "behavior"},
                                                             {"defence", "defense"},
                                                             {"offences", "offenses"},
                                                             {"dialogues", "dialogs"},
                                                             {"analyse", "analyze"},
                                                             {"counsellor", "counselor"},
                                                             {"fulfilment", "fulfillment"},
                                                             {"judgement", "judgment"}}};
    for (const auto &[british, american] : pairs)
        QTest::newRow(british) << QString::fromLatin1(british) << QString::fromLatin1(american);
}

void TestEnglishTerms::oneSpelling()
{
    QFETCH(QString, british);
    QFETCH(QString, american);
    QCOMPARE(glossary::oneSpelling(british), glossary::oneSpelling(american));
}

void TestEnglishTerms::singular_data()
{
    QTest::addColumn<QString>("plural");
    QTest::addColumn<QString>("singular");
    const std::array<std::array<const char *, 2>, 17> pairs{{{"treaties", "treaty"},
                                                             {"crises", "crisis"},
                                                             {"analyses", "analysis"},
                                                             {"spokesmen", "spokesman"},
                                                             {"women", "woman"},
                                                             {"boxes", "box"},
                                                             {"congresses", "congress"},
                                                             {"churches", "church"},
                                                             {"memoranda", "memorandum"},
                                                             {"fora", "forum"},
                                                             {"vetoes", "veto"},
                                                             {"leaders", "leader"},
                                                             {"basis", "basis"},
                                                             {"status", "status"},
                                                             {"progress", "progress"},
                                                             {"news", "news"},
                                                             {"consensus", "consensus"}}};
    for (const auto &[plural, singular] : pairs)
        QTest::newRow(plural) << QString::fromLatin1(plural) << QString::fromLatin1(singular);
}

void TestEnglishTerms::singular()
{
    QFETCH(QString, plural);
    QFETCH(QString, singular);
    QCOMPARE(singularOf(plural), singular);
}

void TestEnglishTerms::keysTellTermsApart()
{
    EnglishWords words;
    const auto key = [&words](const QString &term) { return EnglishTerm(term, words).key(); };
    QCOMPARE(key(u"Secretary-General"_s), key(u"Secretary General"_s));
    QCOMPARE(key(u"programme"_s), key(u"program"_s));
    QVERIFY(key(u"Viet Nam"_s) != key(u"Viet Minh"_s));
    QVERIFY(key(u"East Sea"_s) != key(u"South China Sea"_s));
}

void TestEnglishTerms::shortForms_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("text");
    QTest::newRow("ministry") << u"Ministry of Foreign Affairs"_s << u"Then [the Ministry] said so."_s;
    QTest::newRow("last word") << u"Foreign Minister"_s << u"and [the Minister] left"_s;
    QTest::newRow("this") << u"Treaty of Amity and Cooperation"_s << u"by [this Treaty] alone"_s;
    QTest::newRow("no article") << u"Ministry of Foreign Affairs"_s << u"a Ministry"_s;
    QTest::newRow("one word") << u"Government"_s << u"the Government"_s;
    QTest::newRow("a common noun") << u"joint statement"_s << u"the statement"_s;
    QTest::newRow("another name") << u"Ministry of Foreign Affairs"_s << u"the Affairs"_s;
}

void TestEnglishTerms::shortForms()
{
    QFETCH(QString, term);
    QFETCH(QString, text);
    const Marked expected = unmarked(text);
    EnglishWords words;
    const Span span = EnglishTerm(term, words).shortFormIn(EnglishText(expected.text, words));
    QCOMPARE(span, expected.spans.isEmpty() ? Span{} : expected.spans.first());
}

QTEST_APPLESS_MAIN(TestEnglishTerms)

#include "tst_english_terms.moc"
