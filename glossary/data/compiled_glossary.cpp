#include "glossary/data/compiled_glossary.h"

#include <QtCore/QDataStream>
#include <QtCore/QHash>
#include <QtCore/QIODevice>

namespace verbale::glossary {

namespace {

constexpr quint32 magic = 0x56474C32; // "VGL2": counts up with the form
constexpr QDataStream::Version streamVersion = QDataStream::Qt_6_4;

/// The strings by the order in which they are first met.
class StringTable
{
public:
    quint32 indexOf(const QString &string)
    {
        const auto known = m_indices.constFind(string);
        if (known != m_indices.cend())
            return *known;
        const auto index = static_cast<quint32>(m_strings.size());
        m_indices.insert(string, index);
        m_strings.append(string.toUtf8());
        return index;
    }

    [[nodiscard]] const QList<QByteArray> &strings() const { return m_strings; }

private:
    QHash<QString, quint32> m_indices;
    QList<QByteArray> m_strings;
};

class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_stream(bytes) { m_stream.setVersion(streamVersion); }

    quint32 number()
    {
        quint32 value = 0;
        m_stream >> value;
        return value;
    }

    QString string()
    {
        const quint32 index = number();
        if (index < static_cast<quint32>(m_strings.size()))
            return m_strings[index];
        m_stream.setStatus(QDataStream::ReadCorruptData);
        return {};
    }

    void readStrings()
    {
        for (quint32 count = number(); count > 0 && good(); --count) {
            QByteArray string;
            m_stream >> string;
            m_strings.append(QString::fromUtf8(string));
        }
    }

    Term term()
    {
        Term read;
        read.language = string();
        read.text = string();
        const quint32 bits = number();
        if (bits > 7)
            m_stream.setStatus(QDataStream::ReadCorruptData);
        read.status = static_cast<TermStatus>(bits & 3U);
        read.abbreviation = (bits & 4U) != 0;
        return read;
    }

    ConceptEntry entry()
    {
        ConceptEntry read;
        read.id = string();
        read.domain = string();
        read.partOfSpeech = string();
        read.note = string();
        read.authority = string();
        read.validFrom = string();
        read.validTo = string();
        for (quint32 terms = number(); terms > 0 && good(); --terms)
            read.terms.append(term());
        return read;
    }

    [[nodiscard]] bool good() const { return m_stream.status() == QDataStream::Ok; }
    [[nodiscard]] bool atEnd() const { return m_stream.atEnd(); }

private:
    QDataStream m_stream;
    QStringList m_strings;
};

} // namespace

QByteArray compileGlossary(const Termbase &termbase)
{
    StringTable table;
    QList<quint32> numbers;
    numbers << table.indexOf(termbase.name()) << static_cast<quint32>(termbase.entries().size());
    for (const ConceptEntry &entry : termbase.entries()) {
        for (const QString *field : {&entry.id, &entry.domain, &entry.partOfSpeech, &entry.note,
                                     &entry.authority, &entry.validFrom, &entry.validTo})
            numbers << table.indexOf(*field);
        numbers << static_cast<quint32>(entry.terms.size());
        for (const Term &term : entry.terms) {
            numbers << table.indexOf(term.language) << table.indexOf(term.text)
                    << (static_cast<quint32>(term.status) | (term.abbreviation ? 4U : 0U));
        }
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << magic << static_cast<quint32>(table.strings().size());
    for (const QByteArray &string : table.strings())
        stream << string;
    for (const quint32 number : numbers)
        stream << number;
    return bytes;
}

Result<Termbase> readCompiledGlossary(const QByteArray &bytes)
{
    const Error damaged{QStringLiteral("glossary.damaged"),
                        QStringLiteral("the shipped glossary is damaged; build or install the program again"),
                        {}};
    Reader reader(bytes);
    if (reader.number() != magic)
        return damaged;
    reader.readStrings();
    const QString name = reader.string();
    QList<ConceptEntry> entries;
    for (quint32 count = reader.number(); count > 0 && reader.good(); --count)
        entries.append(reader.entry());
    if (!reader.good() || !reader.atEnd())
        return damaged;
    return Termbase(name, std::move(entries));
}

} // namespace verbale::glossary
