#pragma once

#include "glossary/engine/table.h"
#include "glossary/engine/tbx.h"
#include "glossary/engine/tbx_categories.h"

#include <QtCore/QSet>

namespace verbale::glossary::tbx {

/// Writes the elements of a TBX file: names and styles of its form, groups, references, and notes in place of
/// what the form cannot say.
class Output
{
public:
    using Attributes = QList<QPair<QString, QString>>;

    explicit Output(TbxForm form) : m_form(form) {}

    /// Every entry before begin(): what may be pointed to.
    void announce(const ConceptEntry &entry);
    /// `header` and `back` as in TbxSource; without a header a short one is made.
    void begin(const QString &language, const QString &title, const QString &header = {});
    void end(const QString &back = {});
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QByteArray bytes() const { return m_text.toUtf8(); }

    /// Elements by their v3 names; an id among `properties` becomes the element's.
    void open(const char *kind, const Attributes &attributes, const QList<Property> &properties = {});
    void close(const char *kind);
    void term(const QString &text, const QList<Property> &properties);
    void properties(const QList<Property> &properties, Level level);

    /// Whether a property has an element of its own at that level.
    [[nodiscard]] bool isNative(const Property &property, Level level) const;
    [[nodiscard]] bool holdsValue(QLatin1String category, const QString &value) const;

    Losses losses;

private:
    [[nodiscard]] Version version() const { return m_form == TbxForm::BasicV2 ? Version::V2 : Version::V3; }
    [[nodiscard]] QString nameOf(const QString &kind) const;
    [[nodiscard]] bool fitsGroup(const Property &property, const QString &headKind, Level level) const;
    [[nodiscard]] QString targetOf(const Property &property);
    void group(const QList<Property> &members, Level level);
    void property(const Property &property, Level level);
    void element(const QString &name, const Attributes &attributes, const QString &text);
    void startTag(const QString &name, const Attributes &attributes);
    void writeText(const QString &text);
    void references(const QString &back);
    void frame(QString xml);
    void shortHeader(const QString &title);

    TbxForm m_form;
    QString m_text;
    int m_depth = 0;
    QSet<QString> m_ids;              ///< every id that the file will hold
    QMap<QString, QString> m_persons; ///< back matter: ids that are pointed to, and their names
};

/// One entry, which has a term.
void writeEntry(const ConceptEntry &entry, Output &output);

} // namespace verbale::glossary::tbx
