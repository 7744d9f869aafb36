#include "glossary/engine/additions.h"
#include "glossary/engine/case_twins.h"
#include "glossary/engine/interchange.h"
#include "text/term_key.h"

#include <QtCore/QSet>

#include <algorithm>

namespace verbale::glossary {

namespace {

/// What two entries for the same thing share; empty where one of the languages is missing.
QString pairOf(const ConceptEntry &entry)
{
    const QString vi = text::foldTerm(mainText(entry, QStringLiteral("vi")));
    const QString en = text::foldTerm(mainText(entry, QStringLiteral("en")));
    return vi.isEmpty() || en.isEmpty() ? QString() : vi + u'\n' + en;
}

bool says(const QString &value, const QString &earlier)
{
    return !value.isEmpty() && value != earlier;
}

/// Whether an entry says something that an earlier one of the same pair does not.
bool saysMore(const ConceptEntry &entry, const ConceptEntry &earlier)
{
    if (says(entry.domain, earlier.domain) || says(entry.partOfSpeech, earlier.partOfSpeech) ||
        says(entry.note, earlier.note) || says(entry.authority, earlier.authority))
        return true;
    const auto isNew = [](const auto &known) {
        return [&known](const auto &value) { return !known.contains(value); };
    };
    return std::any_of(entry.terms.begin(), entry.terms.end(), isNew(earlier.terms)) ||
           std::any_of(entry.extra.begin(), entry.extra.end(), isNew(earlier.extra));
}

class Merger
{
public:
    explicit Merger(bool skipSame = true) : m_skipSame(skipSame) {}

    /// An entry that stays as it is.
    void keep(const ConceptEntry &entry, const Place &place);
    /// Whether it is not left out.
    bool add(ConceptEntry entry, const Place &place);
    [[nodiscard]] QList<ConceptEntry> from(qsizetype first) const { return m_entries.mid(first); }
    [[nodiscard]] const QList<Error> &duplicates() const { return m_duplicates; }
    MergedGlossary take(const QString &name) { return {Termbase(name, m_entries), m_duplicates}; }
    void append(const QList<Error> &told) { m_duplicates += told; }

private:
    QString place(qsizetype entry) const;
    qsizetype sameAs(const ConceptEntry &entry, const QString &pair) const;
    void tell(const char *code, const QString &message, const Place &place);

    QList<ConceptEntry> m_entries;
    QList<Place> m_places;
    QHash<QString, qsizetype> m_byId;
    QHash<QString, QList<qsizetype>> m_byPair;
    QList<Error> m_duplicates;
    bool m_skipSame;
};

QString Merger::place(qsizetype entry) const
{
    const Place &at = m_places[entry];
    return at.line > 0 ? QStringLiteral("%1:%2").arg(at.file).arg(at.line) : at.file;
}

void Merger::tell(const char *code, const QString &message, const Place &at)
{
    m_duplicates.append({QString::fromLatin1(code), message, at});
}

/// An earlier entry for the same thing; -1 when there is none.
qsizetype Merger::sameAs(const ConceptEntry &entry, const QString &pair) const
{
    const QList<qsizetype> known = m_byPair.value(pair);
    const auto same = std::find_if(known.begin(), known.end(), [&](qsizetype earlier) {
        return !areCaseTwins(entry, m_entries[earlier]);
    });
    return pair.isEmpty() || same == known.end() ? -1 : *same;
}

void Merger::keep(const ConceptEntry &entry, const Place &at)
{
    m_byId.insert(entry.id, m_entries.size());
    if (const QString pair = pairOf(entry); !pair.isEmpty())
        m_byPair[pair].append(m_entries.size());
    m_entries.append(entry);
    m_places.append(at);
}

bool Merger::add(ConceptEntry entry, const Place &at)
{
    const QString pair = pairOf(entry);
    const qsizetype same = sameAs(entry, pair);
    if (same >= 0) {
        const ConceptEntry &earlier = m_entries[same];
        const bool more = !m_skipSame || saysMore(entry, earlier);
        tell("glossary.same-terms",
             (more
                  ? QStringLiteral(
                        "\"%1\" = \"%2\" stands at %3 too (%4) and says something else there; both are kept")
                  : QStringLiteral("\"%1\" = \"%2\" stands at %3 too (%4); left out, as it says nothing new"))
                 .arg(mainText(entry, QStringLiteral("vi")), mainText(entry, QStringLiteral("en")),
                      place(same), earlier.id),
             at);
        if (!more)
            return false;
    }
    if (const auto taken = m_byId.constFind(entry.id); taken != m_byId.cend()) {
        const QString wanted = entry.id;
        for (int copy = 2; m_byId.contains(entry.id); ++copy)
            entry.id = QStringLiteral("%1-%2").arg(wanted).arg(copy);
        tell("glossary.same-id",
             QStringLiteral("the id \"%1\" is taken by %2; this entry is called \"%3\"")
                 .arg(wanted, place(*taken), entry.id),
             at);
    }
    m_byId.insert(entry.id, m_entries.size());
    if (!pair.isEmpty() && same < 0)
        m_byPair[pair].append(m_entries.size());
    m_entries.append(std::move(entry));
    m_places.append(at);
    return true;
}

Place placeOf(const GlossaryContents &file, qsizetype entry)
{
    return entry < file.places.size() ? file.places[entry] : Place{file.termbase.name()};
}

} // namespace

Additions additionsTo(const Termbase &target, const QList<GlossaryContents> &files,
                      const AdditionOptions &options)
{
    Additions result;
    Merger merger(options.skipSame);
    for (const ConceptEntry &entry : target.entries())
        merger.keep(entry, {target.name()});
    for (const GlossaryContents &file : files) {
        merger.append(file.renamed);
        const QList<ConceptEntry> &entries = file.termbase.entries();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const ConceptEntry *same = options.replaceSameIds ? target.find(entries[i].id) : nullptr;
            if (same && *same != entries[i])
                result.edits.append({same->id, entries[i]});
            else if (same || !merger.add(entries[i], placeOf(file, i)))
                ++result.left;
        }
    }
    for (const ConceptEntry &entry : merger.from(target.entries().size()))
        result.edits.append({{}, entry});
    result.duplicates = merger.duplicates();
    return result;
}

MergedGlossary mergeGlossaries(const QList<GlossaryContents> &files)
{
    Merger merger;
    for (const GlossaryContents &file : files) {
        merger.append(file.renamed);
        const QList<ConceptEntry> &entries = file.termbase.entries();
        for (qsizetype i = 0; i < entries.size(); ++i)
            merger.add(entries[i], placeOf(file, i));
    }
    return merger.take(files.isEmpty() ? QString() : files.first().termbase.name());
}

} // namespace verbale::glossary
