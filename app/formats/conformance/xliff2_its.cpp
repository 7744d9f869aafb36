#include "formats/conformance/xliff2_its.h"

#include "formats/conformance/xliff2_values.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace verbale::conformance::xliff2 {

namespace {

constexpr QLatin1String itsUri("http://www.w3.org/2005/11/its");
constexpr QLatin1String itsmUri("urn:oasis:names:tc:xliff:itsm:2.1");

using Names = std::initializer_list<QLatin1String>;

constexpr std::array provenance{
    QLatin1String("org"),        QLatin1String("orgRef"),       QLatin1String("person"),
    QLatin1String("personRef"),  QLatin1String("revOrg"),       QLatin1String("revOrgRef"),
    QLatin1String("revPerson"),  QLatin1String("revPersonRef"), QLatin1String("revTool"),
    QLatin1String("revToolRef"), QLatin1String("tool"),         QLatin1String("toolRef")};

const QString *its(const xml::Element &element, QLatin1String name)
{
    return find(element, itsUri, name);
}

bool has(const xml::Element &element, QLatin1String name)
{
    return its(element, name) != nullptr;
}

bool hasAny(const xml::Element &element, Names names)
{
    return std::any_of(names.begin(), names.end(),
                       [&element](QLatin1String name) { return has(element, name); });
}

bool hasProvenance(const xml::Element &element)
{
    return std::any_of(provenance.begin(), provenance.end(),
                       [&element](QLatin1String name) { return has(element, name); });
}

/// The data categories before the bars of "category|IRI category|IRI".
QStringList categoriesOf(const QString &annotators)
{
    QStringList categories;
    for (const QStringView word : wordsOf(annotators))
        categories.append(word.first(std::max<qsizetype>(word.indexOf(u'|'), 0)).toString());
    return categories;
}

/// The ITS rules of one element, with its place.
struct Check
{
    const xml::Element &element;
    const ItsScope &scope;
    ItsIds &ids;
    const Context &context;
    bool isMark;

    void error(const char *rule, const QString &section, const QString &message) const
    {
        context.sink.error(element.start, rule, section, message);
    }
    void exclude(QLatin1String one, Names others, const QString &section) const
    {
        for (const QLatin1String other : others) {
            if (has(element, one) && has(element, other)) {
                error("its-exclusive", section,
                      QStringLiteral("its:%1 and its:%2 exclude each other; take one out.")
                          .arg(QString(one), QString(other)));
            }
        }
    }
    /// A reference of another form than XLIFF's.
    void form(const QString &reference, const QString &section) const
    {
        if (reference.startsWith(u'#') && reference.contains(QLatin1String("its=")))
            return;
        context.sink.warning(
            element.start, "misspelt-reference", section,
            QStringLiteral("\"%1\" is no fragment identifier of XLIFF; write \"#its=ID\".").arg(reference));
    }
    void version() const;
    void annotators() const;
    void markType() const;
    void issues() const;
    void rating() const;
    void records() const;
    void textAnalysis() const;
    void confidences() const;
};

void Check::version() const
{
    if (scope.hasVersion)
        return;
    error("its-without-version", QStringLiteral("5.9.12.39 version"),
          QStringLiteral(
              "ITS markup needs its:version=\"2.0\" on its element or around it; add it to <xliff>."));
}

void Check::annotators() const
{
    constexpr std::array known{"allowed-characters",
                               "directionality",
                               "domain",
                               "elements-within-text",
                               "external-resource",
                               "id-value",
                               "language-information",
                               "locale-filter",
                               "localization-note",
                               "localization-quality-issue",
                               "localization-quality-rating",
                               "mt-confidence",
                               "preserve-space",
                               "provenance",
                               "storage-size",
                               "target-pointer",
                               "terminology",
                               "text-analysis",
                               "translate"};
    const QString *value = its(element, QLatin1String("annotatorsRef"));
    if (value == nullptr)
        return;
    const QString section = QStringLiteral("5.9.12.2 annotatorsRef");
    const QStringList categories = categoriesOf(*value);
    if (categories.isEmpty())
        error("its-annotators", section,
              QStringLiteral("its:annotatorsRef is empty; name a tool or take it out."));
    QSet<QString> seen;
    for (const QString &category : categories) {
        const bool isKnown = std::any_of(known.begin(), known.end(),
                                         [&](const char *one) { return category == QLatin1String(one); });
        if (!isKnown) {
            error("its-annotators", section,
                  QStringLiteral(
                      "its:annotatorsRef has \"%1\" where a data category of ITS, a bar and an IRI have to "
                      "stand; correct it.")
                      .arg(category));
        } else if (seen.contains(category)) {
            error("its-annotators", section,
                  QStringLiteral("its:annotatorsRef names the data category \"%1\" twice; keep one.")
                      .arg(category));
        }
        seen.insert(category);
    }
}

/// The inline annotations of ITS are its:generic, but those of terms.
void Check::markType() const
{
    const QString *type = find(element, QLatin1String("type"));
    if (type == nullptr || *type == QLatin1String("its:generic"))
        return;
    const bool isGeneric =
        hasProvenance(element) ||
        hasAny(element, {QLatin1String("locQualityIssuesRef"), QLatin1String("locQualityIssueType"),
                         QLatin1String("locQualityIssueComment"), QLatin1String("locQualityRatingScore"),
                         QLatin1String("locQualityRatingVote"), QLatin1String("provenanceRecordsRef"),
                         QLatin1String("taClassRef"), QLatin1String("taIdentRef"), QLatin1String("taSource"),
                         QLatin1String("taIdent"), QLatin1String("mtConfidence"),
                         QLatin1String("allowedCharacters"), QLatin1String("localeFilterList")}) ||
        find(element, itsmUri, QLatin1String("domains")) != nullptr ||
        find(element, itsmUri, QLatin1String("lang")) != nullptr;
    if (isGeneric) {
        error("its-type", QStringLiteral("5.9.10 ITS Mapping Annotations"),
              QStringLiteral(
                  "An annotation with ITS data has the type its:generic or none, and this one has \"%1\"; "
                  "correct it.")
                  .arg(*type));
    }
}

/// The id in "#its=ID", and in the "#ID" of ITS itself.
QString idIn(const QString &reference)
{
    const qsizetype prefix = reference.lastIndexOf(QLatin1String("its="));
    return prefix > 0 ? reference.sliced(prefix + 4) : reference.sliced(reference.indexOf(u'#') + 1);
}

void Check::issues() const
{
    const QString section = QStringLiteral("5.9.6.4.3 ITS Localization Quality Issue Annotation");
    const QLatin1String reference("locQualityIssuesRef");
    exclude(reference,
            {QLatin1String("locQualityIssueType"), QLatin1String("locQualityIssueComment"),
             QLatin1String("locQualityIssueSeverity"), QLatin1String("locQualityIssueProfileRef"),
             QLatin1String("locQualityIssueEnabled")},
            section);
    const bool hasDetails =
        hasAny(element, {QLatin1String("locQualityIssueSeverity"), QLatin1String("locQualityIssueProfileRef"),
                         QLatin1String("locQualityIssueEnabled")});
    const bool hasIssue = hasAny(
        element, {reference, QLatin1String("locQualityIssueType"), QLatin1String("locQualityIssueComment")});
    if (hasDetails && !hasIssue) {
        error("its-issue", section,
              QStringLiteral("A quality issue has a type or a comment; add its:locQualityIssueType or "
                             "its:locQualityIssueComment."));
    }
    const QString *value = its(element, reference);
    if (value == nullptr)
        return;
    ids.used.insert(idIn(*value));
    form(*value, QStringLiteral("5.9.12.11 locQualityIssuesRef"));
    if (!scope.unitIssues.contains(idIn(*value))) {
        error("its-reference", QStringLiteral("5.9.12.11 locQualityIssuesRef"),
              QStringLiteral(
                  "its:locQualityIssuesRef is \"%1\", which is no <its:locQualityIssues> of this unit "
                  "(\"#its=ID\"); correct it.")
                  .arg(*value));
    }
}

void Check::rating() const
{
    const QString section = QStringLiteral("5.9.6.5 Localization Quality Rating");
    exclude(QLatin1String("locQualityRatingScore"), {QLatin1String("locQualityRatingVote")}, section);
    if (has(element, QLatin1String("locQualityRatingScoreThreshold")) && !scope.hasScore) {
        error("its-threshold", section,
              QStringLiteral(
                  "its:locQualityRatingScoreThreshold needs an its:locQualityRatingScore here or around it; "
                  "add it."));
    }
    if (has(element, QLatin1String("locQualityRatingVoteThreshold")) && !scope.hasVote) {
        error("its-threshold", section,
              QStringLiteral(
                  "its:locQualityRatingVoteThreshold needs an its:locQualityRatingVote here or around it; "
                  "add it."));
    }
}

void Check::records() const
{
    const QLatin1String reference("provenanceRecordsRef");
    const QString *value = its(element, reference);
    if (value == nullptr)
        return;
    const QString section = QStringLiteral("5.9.12.24 provenanceRecordsRef");
    if (isMark && hasProvenance(element)) {
        error("its-exclusive", section,
              QStringLiteral(
                  "its:provenanceRecordsRef and the attributes of provenance exclude each other; take one "
                  "or the others out."));
    }
    const QString id = idIn(*value);
    ids.used.insert(id);
    form(*value, section);
    const bool isHere = scope.unitRecords.contains(id) || (!isMark && scope.records.contains(id));
    if (!isHere) {
        error(
            "its-reference", section,
            QStringLiteral("its:provenanceRecordsRef is \"%1\", which is no <its:provenanceRecords> in reach "
                           "(\"#its=ID\"); correct it.")
                .arg(*value));
    }
}

void Check::textAnalysis() const
{
    const QString section = QStringLiteral("5.9.6.7.3 ITS Text Analysis Annotation");
    exclude(QLatin1String("taIdentRef"), {QLatin1String("taSource"), QLatin1String("taIdent")}, section);
    if (has(element, QLatin1String("taSource")) != has(element, QLatin1String("taIdent"))) {
        error("its-pair", section,
              QStringLiteral("its:taSource and its:taIdent go together; add the other one."));
    }
    const bool hasAnalysis = hasAny(element, {QLatin1String("taClassRef"), QLatin1String("taIdentRef"),
                                              QLatin1String("taSource"), QLatin1String("taIdent")});
    if (has(element, QLatin1String("taConfidence")) && !hasAnalysis) {
        error("its-confidence", section,
              QStringLiteral(
                  "its:taConfidence is that of an its:taClassRef, its:taIdentRef or its:taIdent; add one."));
    }
}

void Check::confidences() const
{
    struct Confidence
    {
        QLatin1String name;
        QLatin1String category;
        const char *section;
    };
    constexpr std::array all{
        Confidence{QLatin1String("mtConfidence"), QLatin1String("mt-confidence"), "5.9.12.19 mtConfidence"},
        Confidence{QLatin1String("taConfidence"), QLatin1String("text-analysis"), "5.9.12.32 taConfidence"},
        Confidence{QLatin1String("termConfidence"), QLatin1String("terminology"),
                   "5.9.12.36 termConfidence"}};
    for (const Confidence &one : all) {
        if (!has(element, one.name) || scope.annotated.contains(one.category))
            continue;
        error("its-annotators", QLatin1String(one.section),
              QStringLiteral("its:%1 needs an its:annotatorsRef with \"%2|IRI\" here or around it; add it.")
                  .arg(QString(one.name), QString(one.category)));
    }
    const QString *type = find(element, QLatin1String("type"));
    const bool isTerm =
        type != nullptr && (*type == QLatin1String("term") || *type == QLatin1String("its:term-no"));
    if (has(element, QLatin1String("termConfidence")) && !isTerm) {
        error("its-type", QStringLiteral("5.9.7.2.3 ITS Terminology Annotation"),
              QStringLiteral(
                  "its:termConfidence stands on annotations of the type term or its:term-no; correct the "
                  "type."));
    }
    if (has(element, QLatin1String("localeFilterType")) && !has(element, QLatin1String("localeFilterList"))) {
        error("its-pair", QStringLiteral("5.9.6.3.3 ITS Locale Filter Annotation"),
              QStringLiteral("its:localeFilterType needs its:localeFilterList; add it."));
    }
}

/// What the elements of the module need at least; their attributes have no prefix.
void checkContents(const xml::Element &element, const Context &context)
{
    const auto isOwn = [&element](QLatin1String name) {
        return find(element, name) != nullptr || has(element, name);
    };
    if (element.name == QLatin1String("locQualityIssue") && !isOwn(QLatin1String("locQualityIssueType")) &&
        !isOwn(QLatin1String("locQualityIssueComment"))) {
        context.sink.error(element.start, "its-issue", QStringLiteral("5.9.11.2 locQualityIssue"),
                           QStringLiteral("A quality issue has a type or a comment; add one."));
    }
    if (element.name == QLatin1String("provenanceRecord") &&
        std::none_of(provenance.begin(), provenance.end(), isOwn)) {
        context.sink.error(
            element.start, "its-record", QStringLiteral("5.9.11.4 provenanceRecord"),
            QStringLiteral("A provenance record names a person, an organization or a tool; add one."));
    }
}

void checkId(const xml::Element &element, ItsIds &ids, const Context &context)
{
    const QString *id = find(element, xmlUri, QLatin1String("id"));
    if (id == nullptr)
        return;
    if (ids.all.contains(*id)) {
        context.sink.error(
            element.start, "duplicate-id", QStringLiteral("5.9.12.4 xml:id"),
            QStringLiteral("The xml:id \"%1\" is used before in this document, where it has to be "
                           "unique; choose another one.")
                .arg(*id));
    }
    ids.all.insert(*id);
}

void addStandoff(const xml::Element &parent, ItsScope &scope)
{
    for (const xml::Node &node : parent.children) {
        if (!node.element || node.element->ns != itsUri)
            continue;
        const QString *id = find(*node.element, xmlUri, QLatin1String("id"));
        if (id != nullptr)
            (node.element->name == QLatin1String("locQualityIssues") ? scope.unitIssues : scope.unitRecords)
                .insert(*id);
    }
}

} // namespace

ItsScope ItsScope::within(const xml::Element &tag) const
{
    ItsScope inner = *this;
    inner.hasVersion = hasVersion || has(tag, QLatin1String("version")) ||
                       (tag.ns == itsUri && find(tag, QLatin1String("version")) != nullptr);
    inner.hasScore = hasScore || has(tag, QLatin1String("locQualityRatingScore"));
    inner.hasVote = hasVote || has(tag, QLatin1String("locQualityRatingVote"));
    if (const QString *annotators = its(tag, QLatin1String("annotatorsRef")))
        inner.annotated += categoriesOf(*annotators);
    return inner;
}

void checkIts(const xml::Element &element, const ItsScope &scope, ItsIds &ids, const Context &context)
{
    const bool isIts = element.ns == itsUri;
    const bool hasMarkup = std::any_of(
        element.attributes.begin(), element.attributes.end(), [](const xml::Attribute &attribute) {
            return (attribute.ns == itsUri && attribute.name != QLatin1String("version")) ||
                   attribute.ns == itsmUri;
        });
    const bool isMark = context.is(element, QLatin1String("mrk")) || context.is(element, QLatin1String("sm"));
    const Check check{element, scope, ids, context, isMark};
    if (isIts || hasMarkup)
        check.version();
    if (!hasMarkup)
        return;
    check.annotators();
    check.rating();
    check.records();
    if (isMark) {
        check.markType();
        check.issues();
        check.textAnalysis();
        check.confidences();
    }
}

void checkItsTree(const xml::Element &element, const ItsScope &around, ItsIds &ids, const Context &context)
{
    const ItsScope scope = around.within(element);
    checkIts(element, scope, ids, context);
    if (element.ns == itsUri) {
        checkContents(element, context);
        checkId(element, ids, context);
    }
    for (const xml::Node &node : element.children) {
        if (node.element)
            checkItsTree(*node.element, scope, ids, context);
    }
}

void checkItsOfUnit(const xml::Element &unit, const ItsScope &around, ItsIds &ids, const Context &context)
{
    ItsScope scope = around;
    addStandoff(unit, scope);
    checkItsTree(unit, scope, ids, context);
    for (const xml::Node &node : unit.children) {
        const QString *id = node.element && node.element->ns == itsUri
                                ? find(*node.element, xmlUri, QLatin1String("id"))
                                : nullptr;
        if (id == nullptr || ids.used.contains(*id))
            continue;
        context.sink.warning(
            node.element->start, "its-orphan", QStringLiteral("5.9.11 Module Elements"),
            QStringLiteral("Nothing in the unit refers to \"%1\" (\"#its=%1\"); refer to it or remove "
                           "it.")
                .arg(*id));
    }
}

} // namespace verbale::conformance::xliff2
