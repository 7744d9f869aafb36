#include "glossary/engine/tbx.h"

#include "glossary/engine/table.h"
#include "glossary/engine/tbx_output.h"
#include "glossary/engine/tbx_words.h"

#include <QtCore/QSet>

namespace verbale::glossary {

namespace {

using tbx::Output;

constexpr QLatin1String termNote("termNote");
constexpr QLatin1String statusName("administrativeStatus");
constexpr QLatin1String typeName("termType");
constexpr QLatin1String speechName("partOfSpeech");

/// Which terms' status is written, and what readTbx would make of those whose is not.
QList<bool> statedStatuses(const QList<Term> &terms)
{
    QList<bool> stated;
    for (const Term &term : terms) {
        const Property *own = tbx::findProperty(term.extra, termNote, statusName);
        stated.append(own == nullptr || (!own->value.isEmpty() && tbx::statusOfWord(own->value).has_value()));
    }
    for (bool changed = true; changed;) {
        changed = false;
        const QList<TermStatus> unstated = tbx::unstatedStatuses(terms, stated);
        for (qsizetype i = 0; i < terms.size(); ++i) {
            if (!stated[i] && terms[i].status != unstated[i])
                stated[i] = changed = true;
        }
    }
    return stated;
}

class EntryWriter
{
public:
    EntryWriter(const ConceptEntry &entry, Output &output) : m_entry(entry), m_out(output) {}

    void write();

private:
    void writeConcept();
    void writeTerm(const Term &term, bool stated);
    void writeStatus(const Term &term, bool stated);
    void writeType(const Term &term);
    void writeSpeech(const Term &term);

    const ConceptEntry &m_entry;
    Output &m_out;
    QList<Property> m_late; ///< notes of a term that stand after what TBX calls its notes
};

QList<Property> inLanguage(const QList<Property> &properties, const QString &language)
{
    QList<Property> found;
    for (const Property &property : properties) {
        if (property.language == language)
            found.append(property);
    }
    return found;
}

void EntryWriter::write()
{
    m_out.open("conceptEntry", {{QStringLiteral("id"), tbx::toXmlId(m_entry.id)}});
    writeConcept();
    const QList<bool> stated = statedStatuses(m_entry.terms);
    QStringList languages;
    for (const Term &term : m_entry.terms) {
        if (!languages.contains(term.language))
            languages.append(term.language);
    }
    for (const QString &language : languages) {
        const QList<Property> own = inLanguage(m_entry.extra, language);
        m_out.open("langSec", {{QStringLiteral("xml:lang"), language}}, own);
        m_out.properties(own, tbx::OnLanguage);
        for (qsizetype i = 0; i < m_entry.terms.size(); ++i) {
            if (m_entry.terms[i].language == language)
                writeTerm(m_entry.terms[i], stated[i]);
        }
        m_out.close("langSec");
    }
    m_out.close("conceptEntry");
}

void EntryWriter::writeConcept()
{
    QList<Property> properties;
    if (!m_entry.domain.isEmpty())
        properties.append({QStringLiteral("descrip"), QStringLiteral("subjectField"), m_entry.domain});
    if (!m_entry.note.isEmpty())
        properties.append({QStringLiteral("note"), {}, m_entry.note});
    if (!m_entry.authority.isEmpty())
        properties.append({QStringLiteral("admin"), QStringLiteral("source"), m_entry.authority});
    const bool standard = m_entry.partOfSpeech.isEmpty() ||
                          m_out.holdsValue(speechName, tbx::partOfSpeechToTbx(m_entry.partOfSpeech));
    if (!standard)
        properties.append({tbx::ownKind, speechName, m_entry.partOfSpeech});
    for (const auto &[name, value] :
         {std::pair("validFrom", &m_entry.validFrom), std::pair("validTo", &m_entry.validTo),
          std::pair("overrides", &m_entry.overrides)}) {
        if (!value->isEmpty())
            properties.append({tbx::ownKind, QLatin1String(name), *value});
    }
    m_out.properties(properties + inLanguage(m_entry.extra, {}), tbx::OnConcept);
}

void EntryWriter::writeStatus(const Term &term, bool stated)
{
    const Property *own = tbx::findProperty(term.extra, termNote, statusName);
    if (own != nullptr && !own->value.isEmpty()) {
        const std::optional<TermStatus> said = tbx::statusOfWord(own->value);
        if (said ? *said == term.status : !stated) {
            if (m_out.isNative(*own, tbx::OnTerm))
                m_out.properties({*own}, tbx::OnTerm);
            else
                m_late.append(*own);
            return;
        }
    }
    if (!stated)
        return;
    m_out.properties({{termNote, statusName, tbx::wordOfStatus(term.status)}}, tbx::OnTerm);
    if (term.status == TermStatus::Forbidden)
        m_late.append({tbx::ownKind, QStringLiteral("status"), verbale::glossary::statusName(term.status)});
}

void EntryWriter::writeType(const Term &term)
{
    const Property *own = tbx::findProperty(term.extra, termNote, typeName);
    QString word = tbx::typeOfTerm(term);
    if (own != nullptr && tbx::isShortType(own->value.trimmed()) == term.abbreviation)
        word = own->value;
    if (word.isEmpty())
        return;
    const Property type{termNote, typeName, word};
    if (m_out.isNative(type, tbx::OnTerm))
        m_out.properties({type}, tbx::OnTerm);
    else
        m_late.append(type);
}

void EntryWriter::writeSpeech(const Term &term)
{
    const Property *own = tbx::findProperty(term.extra, termNote, speechName);
    const QString said = own != nullptr ? own->value : m_entry.partOfSpeech;
    if (said.isEmpty())
        return;
    QString word = tbx::partOfSpeechToTbx(said);
    if (!m_out.holdsValue(speechName, word)) {
        if (own != nullptr)
            m_late.append({tbx::ownKind, speechName, said});
        word = said.contains(QLatin1String("noun")) ? QStringLiteral("noun") : QStringLiteral("other");
    }
    m_out.properties({{termNote, speechName, word}}, tbx::OnTerm);
}

void EntryWriter::writeTerm(const Term &term, bool stated)
{
    m_out.open("termSec", {}, term.extra);
    m_out.term(term.text, term.extra);
    m_late.clear();
    writeSpeech(term);
    writeStatus(term, stated);
    writeType(term);
    for (const auto &[name, value] :
         {std::pair("reason", &term.reason), std::pair("replacement", &term.replacement)}) {
        if (!value->isEmpty())
            m_late.append({tbx::ownKind, QLatin1String(name), *value});
    }
    QList<Property> first;
    for (const Property &property : term.extra) {
        const bool written =
            property.group == 0 && property.kind == termNote &&
            (property.name == statusName || property.name == typeName || property.name == speechName);
        if (written)
            continue;
        const bool early =
            property.kind == termNote && property.group == 0 && m_out.isNative(property, tbx::OnTerm);
        (early ? first : m_late).append(property);
    }
    m_out.properties(first, tbx::OnTerm);
    m_out.properties(m_late, tbx::OnTerm);
    m_out.close("termSec");
}

/// The languages of a file's own texts: that of its first term.
QString mainLanguage(const Termbase &termbase)
{
    for (const ConceptEntry &entry : termbase.entries()) {
        if (!entry.terms.isEmpty())
            return entry.terms.first().language;
    }
    return QStringLiteral("en");
}

} // namespace

void tbx::writeEntry(const ConceptEntry &entry, Output &output)
{
    EntryWriter(entry, output).write();
}

GlossaryBytes writeTbx(const Termbase &termbase, TbxForm form, const TbxSource *source)
{
    Output output(form);
    for (const ConceptEntry &entry : termbase.entries())
        output.announce(entry);
    output.begin(mainLanguage(termbase), termbase.name(), source != nullptr ? source->header : QString());
    for (const ConceptEntry &entry : termbase.entries()) {
        if (entry.terms.isEmpty())
            ++output.losses[QStringLiteral("entries without a term are left out")];
        else
            EntryWriter(entry, output).write();
    }
    output.end(source != nullptr ? source->back : QString());
    return {output.bytes(), lossSentences(output.losses)};
}

} // namespace verbale::glossary
