#include "glossary/engine/store_rows.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <array>

namespace verbale::glossary {

namespace {

constexpr auto conceptColumns = "SELECT id, domain, part_of_speech, note, authority, valid_from, valid_to, "
                                "overrides, position FROM concepts ";
constexpr auto termColumns =
    "SELECT language, text, status, abbreviation, reason, replacement, concept FROM terms ";
constexpr auto propertyColumns =
    "SELECT kind, name, value, target, language, neighbours, term, concept FROM properties ";

QByteArray sql(const char *columns, const char *rest)
{
    return QByteArray(columns) + rest;
}

/// Reads texts, of which neighbouring rows have the same: they then share their memory.
class Texts
{
public:
    QString operator()(const Statement &row, int column)
    {
        const QByteArrayView bytes = row.bytes(column);
        Last &last = m_last[static_cast<std::size_t>(column)];
        if (bytes != last.bytes) {
            last.bytes = bytes.toByteArray();
            last.text = QString::fromUtf8(bytes);
        }
        return last.text;
    }

private:
    struct Last
    {
        QByteArray bytes;
        QString text;
    };
    std::array<Last, 9> m_last;
};

ConceptEntry conceptOf(const Statement &row, Texts &shared)
{
    ConceptEntry entry;
    entry.id = row.text(0);
    entry.domain = shared(row, 1);
    entry.partOfSpeech = shared(row, 2);
    entry.note = shared(row, 3);
    entry.authority = shared(row, 4);
    entry.validFrom = shared(row, 5);
    entry.validTo = shared(row, 6);
    entry.overrides = row.text(7);
    return entry;
}

Term termOf(const Statement &row, Texts &shared)
{
    Term term;
    term.language = shared(row, 0);
    term.text = row.text(1);
    term.status = static_cast<TermStatus>(std::clamp<qint64>(row.integer(2), 0, 3));
    term.abbreviation = row.integer(3) != 0;
    term.reason = shared(row, 4);
    term.replacement = shared(row, 5);
    return term;
}

/// Its term, or the entry itself for -1; what belongs to no term is kept with the entry.
QList<Property> &extraOf(ConceptEntry &entry, qint64 term)
{
    return term >= 0 && term < entry.terms.size() ? entry.terms[term].extra : entry.extra;
}

Property propertyOf(const Statement &row, Texts &shared)
{
    return {shared(row, 0), shared(row, 1), row.text(2),
            row.text(3),    shared(row, 4), static_cast<int>(row.integer(5))};
}

Error cancelled()
{
    return {QStringLiteral("store.cancelled"), QStringLiteral("cancelled"), {}};
}

} // namespace

StoreRows::StoreRows(const Database &database)
    : m_database(database)
    , m_find(database, "SELECT position FROM concepts WHERE id = ?1")
    , m_concept(database, sql(conceptColumns, "WHERE position = ?1"))
    , m_terms(database, sql(termColumns, "WHERE concept = ?1 ORDER BY place"))
    , m_properties(database, sql(propertyColumns, "WHERE concept = ?1 ORDER BY term, place"))
    , m_insertConcept(database,
                      "INSERT INTO concepts (id, domain, part_of_speech, note, authority, valid_from, "
                      "valid_to, overrides, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
    , m_updateConcept(database,
                      "UPDATE concepts SET id = ?1, domain = ?2, part_of_speech = ?3, note = ?4, "
                      "authority = ?5, valid_from = ?6, valid_to = ?7, overrides = ?8 WHERE position = ?9")
    , m_insertTerm(database, "INSERT INTO terms (concept, place, language, text, status, abbreviation, "
                             "reason, replacement) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
    , m_insertProperty(database,
                       "INSERT INTO properties (concept, term, place, kind, name, value, target, language, "
                       "neighbours) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
    , m_removeConcept(database, "DELETE FROM concepts WHERE position = ?1")
    , m_removeTerms(database, "DELETE FROM terms WHERE concept = ?1")
    , m_removeProperties(database, "DELETE FROM properties WHERE concept = ?1")
{
}

Result<qint64> StoreRows::positionOf(const QString &id)
{
    const Result<bool> row = m_find.bind(1, id).step();
    if (!row)
        return row.error();
    const qint64 position = *row ? m_find.integer(0) : 0;
    m_find.reset();
    return position;
}

Result<std::optional<ConceptEntry>> StoreRows::read(qint64 position)
{
    Texts texts;
    Result<bool> row = m_concept.bind(1, position).step();
    if (!row)
        return row.error();
    if (!*row) {
        m_concept.reset();
        return std::optional<ConceptEntry>();
    }
    ConceptEntry entry = conceptOf(m_concept, texts);
    m_concept.reset();
    Texts ofTerms;
    m_terms.bind(1, position);
    for (row = m_terms.step(); row && *row; row = m_terms.step())
        entry.terms.append(termOf(m_terms, ofTerms));
    if (!row)
        return row.error();
    m_terms.reset();
    Texts ofProperties;
    m_properties.bind(1, position);
    for (row = m_properties.step(); row && *row; row = m_properties.step())
        extraOf(entry, m_properties.integer(6)).append(propertyOf(m_properties, ofProperties));
    if (!row)
        return row.error();
    m_properties.reset();
    return std::optional(std::move(entry));
}

namespace {

void bindConcept(Statement &statement, const ConceptEntry &entry)
{
    statement.bind(1, entry.id)
        .bind(2, entry.domain)
        .bind(3, entry.partOfSpeech)
        .bind(4, entry.note)
        .bind(5, entry.authority)
        .bind(6, entry.validFrom)
        .bind(7, entry.validTo)
        .bind(8, entry.overrides);
}

Error idTaken(const Database &database, const QString &id)
{
    return {QStringLiteral("store.id-taken"),
            QStringLiteral("Another entry is called \"%1\"; nothing was changed. Choose another id.").arg(id),
            {database.path()}};
}

} // namespace

Result<qint64> StoreRows::insert(qint64 position, ConceptEntry &entry)
{
    bindConcept(m_insertConcept, entry);
    if (position > 0)
        m_insertConcept.bind(9, position);
    else
        m_insertConcept.bindNull(9);
    const bool nameless = entry.id.isEmpty();
    if (nameless) // a name that nobody has, until the position is known
        m_insertConcept.bind(1, QString(QChar(u'\0')));
    if (const Result<void> inserted = m_insertConcept.run(); !inserted) {
        const bool taken = inserted.error().code == QLatin1String("store.constraint");
        return taken ? idTaken(m_database, entry.id) : inserted.error();
    }
    position = m_database.lastRow();
    if (nameless) {
        if (const Result<void> named = nameNew(position, entry); !named)
            return named.error();
    }
    if (const Result<void> terms = insertTerms(position, entry); !terms)
        return terms.error();
    return position;
}

Result<void> StoreRows::nameNew(qint64 position, ConceptEntry &entry)
{
    entry.id = QStringLiteral("t%1").arg(position);
    while (true) {
        const Result<qint64> taken = positionOf(entry.id);
        if (!taken)
            return taken.error();
        if (*taken == 0)
            break;
        entry.id += u'a';
    }
    bindConcept(m_updateConcept, entry);
    return m_updateConcept.bind(9, position).run();
}

Result<void> StoreRows::insertTerms(qint64 position, const ConceptEntry &entry)
{
    for (qsizetype place = 0; place < entry.terms.size(); ++place) {
        const Term &term = entry.terms[place];
        m_insertTerm.bind(1, position)
            .bind(2, place)
            .bind(3, term.language)
            .bind(4, term.text)
            .bind(5, static_cast<qint64>(term.status))
            .bind(6, term.abbreviation ? 1 : 0)
            .bind(7, term.reason)
            .bind(8, term.replacement);
        if (const Result<void> inserted = m_insertTerm.run(); !inserted)
            return inserted.error();
        if (const Result<void> extra = insertExtra(position, place, term.extra); !extra)
            return extra.error();
    }
    return insertExtra(position, -1, entry.extra);
}

Result<void> StoreRows::insertExtra(qint64 position, qint64 term, const QList<Property> &extra)
{
    for (qsizetype place = 0; place < extra.size(); ++place) {
        const Property &property = extra[place];
        m_insertProperty.bind(1, position)
            .bind(2, term)
            .bind(3, place)
            .bind(4, property.kind)
            .bind(5, property.name)
            .bind(6, property.value)
            .bind(7, property.target)
            .bind(8, property.language)
            .bind(9, property.group);
        if (const Result<void> inserted = m_insertProperty.run(); !inserted)
            return inserted.error();
    }
    return {};
}

Result<void> StoreRows::replace(qint64 position, const ConceptEntry &entry)
{
    bindConcept(m_updateConcept, entry);
    if (const Result<void> updated = m_updateConcept.bind(9, position).run(); !updated) {
        const bool taken = updated.error().code == QLatin1String("store.constraint");
        return taken ? idTaken(m_database, entry.id) : updated.error();
    }
    if (const Result<void> removed = m_removeTerms.bind(1, position).run(); !removed)
        return removed.error();
    if (const Result<void> removed = m_removeProperties.bind(1, position).run(); !removed)
        return removed.error();
    return insertTerms(position, entry);
}

Result<void> StoreRows::remove(qint64 position)
{
    return m_removeConcept.bind(1, position).run();
}

Result<StoreContents> readAllRows(const Database &database, const StopToken &stop, const Progress &progress)
{
    constexpr qsizetype batch = 1024;
    const Result<qint64> total = database.integer("SELECT count(*) FROM concepts");
    if (!total)
        return total.error();
    Statement concepts(database, sql(conceptColumns, "ORDER BY position"));
    Statement terms(database, sql(termColumns, "ORDER BY concept, place"));
    Statement properties(database, sql(propertyColumns, "ORDER BY concept, term, place"));
    Texts ofConcepts;
    Texts ofTerms;
    Texts ofProperties;
    QList<ConceptEntry> entries;
    StoreContents contents;
    entries.reserve(*total);
    contents.positions.reserve(*total);
    Result<bool> term = terms.step();
    Result<bool> property = properties.step();
    Result<bool> row = concepts.step();
    for (; row && *row; row = concepts.step()) {
        ConceptEntry entry = conceptOf(concepts, ofConcepts);
        const qint64 position = concepts.integer(8);
        for (; term && *term && terms.integer(6) <= position; term = terms.step()) {
            if (terms.integer(6) == position)
                entry.terms.append(termOf(terms, ofTerms));
        }
        for (; property && *property && properties.integer(7) <= position; property = properties.step()) {
            if (properties.integer(7) == position)
                extraOf(entry, properties.integer(6)).append(propertyOf(properties, ofProperties));
        }
        if (!term || !property)
            break;
        entries.append(std::move(entry));
        contents.positions.append(position);
        if (entries.size() % batch != 0)
            continue;
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress(entries.size(), *total);
    }
    for (const Result<bool> *state : {&row, &term, &property}) {
        if (!*state)
            return state->error();
    }
    contents.termbase = Termbase(QFileInfo(database.path()).completeBaseName(), std::move(entries));
    return contents;
}

} // namespace verbale::glossary
