#pragma once

#include "document/document.h"
#include "host/plugin_host.h"

#include <QtWidgets/QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace verbale::workbench {

class DocumentController;
class MessageBar;
class Questions;

/// The document in another form: which, and what that form cannot carry, on one page.
class DocumentExport final : public QDialog
{
    Q_OBJECT
public:
    /// `workingFile`: the document's XLIFF, beside which the export is proposed. `plugins`: may be null.
    DocumentExport(Document document, QString workingFile, Questions &questions, QWidget *parent = nullptr,
                   std::shared_ptr<host::PluginHost> plugins = {});
    ~DocumentExport() override;

    [[nodiscard]] QComboBox *format() const { return m_format; }
    [[nodiscard]] QCheckBox *keepLeftOut() const { return m_keepLeftOut; }
    [[nodiscard]] QLabel *losses() const { return m_losses; }
    [[nodiscard]] QPushButton *writeButton() const { return m_write; }

signals:
    void exported(const QString &path);

private:
    void layOut();
    void preview();
    void write();
    [[nodiscard]] QString proposal() const;
    [[nodiscard]] QString suffix() const;

    Document m_document;
    QString m_workingFile;
    Questions &m_questions;
    QByteArray m_bytes;
    std::shared_ptr<host::PluginHost> m_plugins;
    bool m_hasPlugin = false; ///< which writes files of the kind that the document was made from
    StopSource m_stop;
    int m_run = 0;
    QComboBox *m_format;
    QCheckBox *m_keepLeftOut;
    QLabel *m_losses;
    QLabel *m_problem;
    QPushButton *m_write;
};

/// Opens the page for the controller's document; what was written is told in the bar.
DocumentExport *showDocumentExport(const DocumentController &controller, Questions &questions,
                                   MessageBar *bar, QWidget *parent,
                                   std::shared_ptr<host::PluginHost> plugins = {});

} // namespace verbale::workbench
