#pragma once

#include "formats/conformance/xliff2_its.h"
#include "formats/conformance/xliff2_modules.h"

#include <optional>

namespace verbale::conformance::xliff2 {

/// Walks through a document: files and groups as they open, units and the rest as trees.
class DocumentCheck : public xml::Visitor
{
public:
    /// `usesIts`: the file names the namespace of ITS somewhere.
    DocumentCheck(Sink &sink, bool usesIts);

    Take begin(const xml::Element &tag) override;
    void tree(const xml::Element &element) override;
    void end() override;
    void text(QByteArrayView utf8, qint64 start) override;

    /// After the last element: what could not be answered before.
    void finish();

    /// Whether the root calls itself so, and the version that it declares.
    [[nodiscard]] bool isXliff() const { return m_isXliff; }
    [[nodiscard]] QString version() const { return m_version; }

private:
    /// An open xliff, file or group.
    struct Frame
    {
        Sequence sequence;
        Inherited inherited;
        ModuleScope modules;
        ItsScope its;
        QHash<QString, QSet<QString>> extensionIds; ///< by namespace
        xml::Element tag;                           ///< without children
    };

    Take beginRoot(const xml::Element &tag);
    Take beginContainer(const xml::Element &tag, const ElementRule &rule);
    void openContainer(const xml::Element &tag, const ElementRule &rule);
    void checkContainerIds(const xml::Element &tag);
    void checkTag(const xml::Element &tag, const ModuleScope &modules);

    void checkUnit(const xml::Element &unit);
    void checkUnitModules(const UnitScope &scope);
    void checkInline(const InlineContent &content, const ModuleScope &modules);
    void addRecords(const xml::Element &records);
    void checkModule(const xml::Element &element, Space space);
    void checkNotes(const xml::Element &notes, bool isUnit);
    void checkExtension(const xml::Element &element, const QString &ns, QSet<QString> &ids);
    void checkSkeleton(const xml::Element &skeleton);
    void noteTargets(const InlineContent &content);

    Sink &m_sink;
    bool m_usesIts;
    bool m_isXliff = false;
    QString m_version;
    std::optional<Grammar> m_grammar;
    std::optional<Context> m_context;
    std::vector<Frame> m_frames;
    const ElementRule *m_treeRule = nullptr; ///< of the tree that is being taken
    References m_references;
    Place m_place;
    QSet<QString> m_files;
    QSet<QString> m_groups; ///< of the current file
    QSet<QString> m_units;
    ItsIds m_itsIds;
    bool m_reportedTarget = false;
};

} // namespace verbale::conformance::xliff2
