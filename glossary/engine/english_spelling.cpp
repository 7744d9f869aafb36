#include "glossary/engine/english_spelling.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <array>

namespace verbale::glossary {

namespace {

using Table = QHash<QString, QString>;

/// "held>hold taken,took>take": what stands before > becomes what stands behind it.
Table tableOf(const char *rows)
{
    Table table;
    for (const QString &row : QString::fromUtf8(rows).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString to = row.section(QLatin1Char('>'), 1);
        for (const QString &from : row.section(QLatin1Char('>'), 0, 0).split(QLatin1Char(',')))
            table.insert(from, to);
    }
    return table;
}

QSet<QString> setOf(const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

const Table &spellings()
{
    static const Table table = tableOf(
        "centre>center centres>centers centred>centered centring>centering theatre>theater "
        "theatres>theaters metre>meter metres>meters kilometre>kilometer kilometres>kilometers "
        "litre>liter litres>liters fibre>fiber fibres>fibers calibre>caliber manoeuvre>maneuver "
        "manoeuvres>maneuvers manoeuvring>maneuvering sombre>somber spectre>specter defence>defense "
        "defences>defenses offence>offense offences>offenses licence>license licences>licenses "
        "pretence>pretense practise>practice practises>practices practised>practiced "
        "practising>practicing programme>program programmes>programs counsellor>counselor "
        "counsellors>counselors councillor>councilor councillors>councilors fulfil>fulfill "
        "fulfils>fulfills fulfilment>fulfillment enrol>enroll enrols>enrolls enrolment>enrollment "
        "instalment>installment skilful>skillful grey>gray cheque>check cheques>checks "
        "judgement>judgment judgements>judgments acknowledgement>acknowledgment "
        "acknowledgements>acknowledgments ageing>aging aluminium>aluminum archaeology>archeology "
        "archaeological>archeological encyclopaedia>encyclopedia mediaeval>medieval sceptical>skeptical "
        "sceptic>skeptic tyre>tire tyres>tires plough>plow storey>story storeys>stories artefact>artifact "
        "artefacts>artifacts sulphur>sulfur towards>toward amongst>among whilst>while learnt>learned "
        "adviser>advisor advisers>advisors paediatric>pediatric "
        "anaesthetic>anesthetic orthopaedic>orthopedic gynaecology>gynecology moulding>molding "
        "mould>mold cosy>cozy jewellery>jewelry likeable>likable saleable>salable inquiry>enquiry "
        "inquiries>enquiries endeavour>endeavor saint>st "
        "lt>lieutenant col>colonel capt>captain prof>professor sen>senator gov>governor gen>general "
        "maj>major "
        "sgt>sergeant adm>admiral amb>ambassador dept>department assoc>associate govt>government "
        "mister>mr doctor>dr");
    return table;
}

const Table &plurals()
{
    static const Table table = tableOf(
        "men>man women>woman children>child feet>foot teeth>tooth geese>goose mice>mouse lives>life "
        "wives>wife knives>knife leaves>leaf halves>half shelves>shelf selves>self thieves>thief "
        "wolves>wolf loaves>loaf crises>crisis analyses>analysis bases>basis theses>thesis "
        "hypotheses>hypothesis emphases>emphasis syntheses>synthesis diagnoses>diagnosis axes>axis "
        "oases>oasis criteria>criterion phenomena>phenomenon memoranda>memorandum fora>forum data>datum "
        "media>medium referenda>referendum symposia>symposium addenda>addendum errata>erratum "
        "curricula>curriculum strata>stratum bacteria>bacterium indices>index appendices>appendix "
        "matrices>matrix vertices>vertex foci>focus radii>radius nuclei>nucleus syllabi>syllabus "
        "alumni>alumnus plateaux>plateau bureaux>bureau communiques>communique buses>bus gases>gas "
        "quizzes>quiz persons>person heroes>hero vetoes>veto embargoes>embargo echoes>echo "
        "potatoes>potato tomatoes>tomato torpedoes>torpedo volcanoes>volcano cargoes>cargo ties>tie "
        "lies>lie pies>pie movies>movie");
    return table;
}

const Table &verbs()
{
    static const Table table = tableOf(
        "am,is,are,was,were,been,being>be has,had,having>have does,did,done,doing>do held>hold met>meet "
        "sent>send made>make took,taken>take gave,given>give paid>pay led>lead said>say brought>bring "
        "began,begun>begin built>build broke,broken>break fought>fight found>find came>come "
        "became>become chose,chosen>choose dealt>deal drew,drawn>draw drove,driven>drive fell,fallen>fall "
        "felt>feel fed>feed fled>flee flew,flown>fly forbade,forbidden>forbid got,gotten>get "
        "went,gone,goes>go grew,grown>grow heard>hear hid,hidden>hide kept>keep knew,known>know laid>lay "
        "left>leave lent>lend lost>lose meant>mean overcame>overcome proven>prove ran>run "
        "rose,risen>rise saw,seen>see sought>seek sold>sell shook,shaken>shake shown>show shot>shoot "
        "spoke,spoken>speak spent>spend stood>stand struck,stricken>strike swore,sworn>swear "
        "swept>sweep taught>teach told>tell thought>think threw,thrown>throw "
        "undertook,undertaken>undertake understood>understand upheld>uphold withheld>withhold "
        "won>win withdrew,withdrawn>withdraw wrote,written>write bore,borne>bear bound>bind "
        "bought>buy caught>catch fought>fight foresaw,foreseen>foresee mistook,mistaken>mistake "
        "sank,sunk>sink slid>slide stole,stolen>steal stuck>stick underwent,undergone>undergo "
        "outdid,outdone>outdo repaid>repay rebuilt>rebuild agreed>agree dying>die lying>lie tying>tie");
    return table;
}

/// Ends that are the same but for the spelling.
QString withEnd(const QString &word, QLatin1String from, QLatin1String to)
{
    return word.endsWith(from) ? word.chopped(from.size()) + to : word;
}

QString zForS(const QString &word)
{
    static constexpr std::array<QLatin1String, 8> ends{
        QLatin1String("isations"), QLatin1String("isation"), QLatin1String("ising"), QLatin1String("isers"),
        QLatin1String("iser"),     QLatin1String("ised"),    QLatin1String("ises"),  QLatin1String("ise")};
    constexpr qsizetype shortest = 3; // of what stands before the end: "rise" is left alone
    for (const QLatin1String &end : ends) {
        if (word.endsWith(end) && word.size() >= end.size() + shortest) {
            QString changed = word;
            changed[word.size() - end.size() + 1] = QLatin1Char('z');
            return changed;
        }
    }
    return withEnd(withEnd(word, QLatin1String("yse"), QLatin1String("yze")), QLatin1String("ysed"),
                   QLatin1String("yzed"));
}

/// "labour", "favourable", "neighbouring": without the u. The last place alone, not in the first three
/// letters ("four", "tour", "your", "hour").
QString withoutU(const QString &word)
{
    static constexpr std::array<QLatin1String, 14> ends{
        QLatin1String(""),     QLatin1String("s"),     QLatin1String("ed"),   QLatin1String("ing"),
        QLatin1String("ful"),  QLatin1String("able"),  QLatin1String("ably"), QLatin1String("er"),
        QLatin1String("ers"),  QLatin1String("hood"),  QLatin1String("less"), QLatin1String("ly"),
        QLatin1String("ings"), QLatin1String("hoods"),
    };
    const qsizetype at = word.lastIndexOf(QLatin1String("our"));
    if (at < 2)
        return word;
    const QStringView end = QStringView(word).mid(at + 3);
    for (const QLatin1String &known : ends) {
        if (end == known)
            return word.first(at + 1) + word.mid(at + 2);
    }
    return word;
}

} // namespace

QString oneSpelling(const QString &word)
{
    const auto listed = spellings().constFind(word);
    if (listed != spellings().cend())
        return *listed;
    const QString changed = withoutU(zForS(word));
    return withEnd(withEnd(changed, QLatin1String("ogue"), QLatin1String("og")), QLatin1String("ogues"),
                   QLatin1String("ogs"));
}

QString singularOf(const QString &word)
{
    static const QSet<QString> same = setOf("news goods customs arms means series species his its this thus "
                                            "as us gas bus yes politics physics ethics economics laos");
    const auto listed = plurals().constFind(word);
    if (listed != plurals().cend())
        return *listed;
    constexpr qsizetype shortest = 4;
    if (word.size() < shortest || same.contains(word))
        return word;
    if (word.endsWith(QLatin1String("men")) && word.size() > 5)
        return word.chopped(2) + QLatin1String("an");
    if (!word.endsWith(QLatin1Char('s')))
        return word;
    if (word.endsWith(QLatin1String("ies")) && word.size() > shortest)
        return word.chopped(3) + QLatin1Char('y');
    for (const QLatin1String &kept : {QLatin1String("ss"), QLatin1String("us"), QLatin1String("is")}) {
        if (word.endsWith(kept))
            return word;
    }
    for (const QLatin1String &end : {QLatin1String("sses"), QLatin1String("shes"), QLatin1String("ches"),
                                     QLatin1String("xes"), QLatin1String("zzes")}) {
        if (word.endsWith(end))
            return word.chopped(2);
    }
    return word.chopped(1);
}

QString verbOf(const QString &word)
{
    return verbs().value(word, word);
}

bool standsAlone(const QString &word)
{
    static const QSet<QString> words = setOf(
        "internal intern important importance organ author universe university general generous generic "
        "several sever arm arms army news goods customs customer department officer executive relative "
        "objective initial positive position polite publication consulate majority minority capitalism "
        "humane communal commune marine universal nationality nationalist nationalism personnel personality "
        "station marginal factory corporal secretariat past paste special species specialist captive "
        "native ration rational state status estate apartment policeman informal information formal "
        "former formation reformer emergence emergency terror territory terrorist terrorism numerous "
        "communist communism socialist socialism editor edition editorial additive addition "
        "sensible sensitive accord according accordance conventional conditional constitutional "
        "opposite opponent component animal animate");
    return words.contains(word);
}

} // namespace verbale::glossary
