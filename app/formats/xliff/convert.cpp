#include "formats/xliff/convert.h"

#include "formats/xliff/names.h"
#include "formats/xliff/splices.h"
#include "xml/tag.h"

#include <QtCore/QStringList>

namespace verbale::xliff {

namespace {

using xml::Element;

/// Walks through a whole file and collects what another version writes otherwise.
class VersionChange : public xml::Visitor
{
public:
    VersionChange(const QByteArray &bytes, const QString &version)
        : m_bytes(bytes), m_version(version), m_to22(version == QLatin1String("2.2"))
    {
    }

    Take begin(const Element &tag) override;
    void tree(const Element &element) override;
    void end() override { m_open.removeLast(); }

    /// The file with the changes, in its own encoding.
    [[nodiscard]] Converted result() const
    {
        const FileText file{m_bytes, encoding};
        Splices splices(file);
        for (const Change &change : m_changes)
            splices.replace(change.start, change.end, change.text);
        return {splices.applied(), m_losses.all()};
    }

private:
    struct Change
    {
        qint64 start;
        qint64 end;
        QString text;
    };

    [[nodiscard]] bool isNewer(const Element &tag);
    void changeTag(const Element &tag);
    void remember(const Element &tag);

    const QByteArray &m_bytes;
    QString m_version;
    bool m_to22;
    QStringList m_open; ///< local names
    QStringList m_pluralPrefixes;
    QString m_file;
    QString m_unit;
    QList<Change> m_changes;
    LossList m_losses;
};

/// Whether the element is one that only XLIFF 2.2 has.
bool VersionChange::isNewer(const Element &tag)
{
    if (m_to22 || m_open.isEmpty())
        return false;
    if (tag.ns == names::plurals) {
        m_losses.add("plurals",
                     QStringLiteral("XLIFF %1 has no plural, gender and select forms.").arg(m_version),
                     m_unit);
        return true;
    }
    const bool inRoot = m_open.size() == 1;
    if (inRoot && (tag.name == QLatin1String("notes") || tag.ns == names::metadata)) {
        m_losses.add(
            "document-notes",
            QStringLiteral("XLIFF %1 has no notes or metadata of the whole document.").arg(m_version));
        return true;
    }
    if (m_open.last() == QLatin1String("resourceItem") && tag.name == QLatin1String("notes")) {
        m_losses.add("resource-notes",
                     QStringLiteral("XLIFF %1 has no notes on resource items.").arg(m_version), m_unit);
        return true;
    }
    return false;
}

void VersionChange::remember(const Element &tag)
{
    if (!names::isCore(tag.ns))
        return;
    if (tag.name == QLatin1String("file"))
        m_file = tag.value(QLatin1String("id"));
    else if (tag.name == QLatin1String("unit"))
        m_unit = m_file + u'/' + tag.value(QLatin1String("id"));
}

VersionChange::Take VersionChange::begin(const Element &tag)
{
    remember(tag);
    if (isNewer(tag))
        return Take::Tree;
    changeTag(tag);
    m_open.append(tag.name);
    return Take::Walk;
}

void VersionChange::tree(const Element &element)
{
    const FileText file{m_bytes, encoding};
    m_changes.append({Splices(file).startWithSpace(element.start), element.end, {}});
}

void VersionChange::changeTag(const Element &tag)
{
    const bool isRoot = m_open.isEmpty();
    bool plurals = false;
    for (const xml::Attribute &attribute : tag.attributes)
        plurals = plurals || attribute.ns == names::plurals;
    const bool noteRef = !m_to22 && tag.name == QLatin1String("note") && names::isCore(tag.ns) &&
                         tag.has(QLatin1String("ref"));
    const FileText file{m_bytes, encoding};
    const QString text = file.slice(tag.start, tag.startTagEnd);
    if (!isRoot && !plurals && !noteRef && !text.contains(QLatin1String("xmlns")))
        return;
    const auto parsed = xml::scanTag(text);
    if (!parsed)
        return;
    StartTag changed(text);
    for (const xml::TagAttribute &attribute : parsed->attributes) {
        const bool declares = attribute.name.startsWith(QLatin1String("xmlns"));
        if (declares && names::isCore(attribute.raw)) {
            changed.set(attribute.name, QString(m_to22 ? names::core22 : names::core));
        } else if (declares && attribute.raw == names::plurals && !m_to22) {
            m_pluralPrefixes.append(attribute.name.section(u':', 1));
            changed.set(attribute.name, {});
        }
    }
    if (isRoot)
        changed.set(QStringLiteral("version"), m_version);
    if (noteRef) {
        changed.set(QStringLiteral("ref"), {});
        m_losses.add("note-references", QStringLiteral("XLIFF %1 has no references of notes.").arg(m_version),
                     m_unit);
    }
    if (plurals && !m_to22) {
        for (const xml::TagAttribute &attribute : parsed->attributes) {
            if (m_pluralPrefixes.contains(attribute.name.section(u':', 0, 0)) &&
                attribute.name.contains(u':'))
                changed.set(attribute.name, {});
        }
        m_losses.add("plurals",
                     QStringLiteral("XLIFF %1 has no plural, gender and select forms.").arg(m_version),
                     m_unit);
    }
    if (changed.text() != text)
        m_changes.append({tag.start, tag.startTagEnd, changed.text()});
}

} // namespace

Result<Converted> convertVersion(const QByteArray &bytes, const QString &version, const QString &fileName)
{
    VersionChange change(bytes, version);
    xml::ParseOptions options;
    options.fileName = fileName;
    options.codePrefix = QStringLiteral("xliff");
    if (const Result<void> parsed = xml::parse(bytes, options, change); !parsed)
        return parsed.error();
    return change.result();
}

} // namespace verbale::xliff
