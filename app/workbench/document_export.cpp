#include "workbench/document_export.h"

#include "session/export.h"
#include "session/files.h"
#include "session/plugin_formats.h"
#include "workbench/document_controller.h"
#include "workbench/export_words.h"
#include "workbench/later.h"
#include "workbench/message_bar.h"
#include "workbench/questions.h"
#include "workbench/theme.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethod>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

/// What is to be written; in the target language by the plugin that reads such files, where there is one.
Result<session::ExportedDocument> exportedBy(host::PluginHost *plugins, const Document &document,
                                             const QString &path, session::ExportOptions options,
                                             const StopToken &stop)
{
    if (options.format != QLatin1String("target"))
        return session::exportDocument(document, options);
    if (plugins != nullptr) {
        const Result<std::optional<session::ExportedDocument>> written =
            session::exportWithPlugin(document, path, *plugins, stop);
        if (!written)
            return written.error();
        if (*written)
            return **written;
    }
    options.sourceText = session::sourceTextBeside(document, path);
    return session::exportDocument(document, options);
}

} // namespace

DocumentExport::DocumentExport(Document document, QString workingFile, Questions &questions, QWidget *parent,
                               std::shared_ptr<host::PluginHost> plugins)
    : QDialog(parent)
    , m_document(std::move(document))
    , m_workingFile(std::move(workingFile))
    , m_questions(questions)
    , m_plugins(std::move(plugins))
    , m_hasPlugin(m_plugins && session::isPluginFile(*m_plugins, m_document.originalName))
    , m_format(new QComboBox(this))
    , m_keepLeftOut(new QCheckBox(tr("Keep the &lines that were left out"), this))
    , m_losses(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_write(new QPushButton(tr("&Write…"), this))
{
    setWindowTitle(tr("Export the document"));
    for (const QString &format : session::exportFormats())
        m_format->addItem(exportFormatText(format), format);
    m_format->setAccessibleName(tr("Format"));
    m_format->setCurrentIndex(qMax(0, m_format->findData(QStringLiteral("target"))));
    for (QLabel *label : {m_losses, m_problem}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setTextFormat(Qt::RichText);
    }
    m_problem->hide();
    m_write->setDefault(true);
    layOut();
    m_format->setFocus(); // Enter writes from there as well
    connect(m_format, &QComboBox::currentIndexChanged, this, &DocumentExport::preview);
    connect(m_keepLeftOut, &QCheckBox::toggled, this, &DocumentExport::preview);
    connect(m_write, &QPushButton::clicked, this, &DocumentExport::write);
    preview();
}

DocumentExport::~DocumentExport()
{
    m_stop.request_stop();
}

void DocumentExport::layOut()
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    fields->addRow(tr("&Format"), m_format);
    fields->addRow(QString(), m_keepLeftOut);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_losses);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addLayout(fields);
    layout->addWidget(area, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    resize(600, 340);
}

void DocumentExport::preview()
{
    session::ExportOptions options;
    options.format = m_format->currentData().toString();
    options.keepLeftOut = m_keepLeftOut->isChecked();
    options.toolVersion = QCoreApplication::applicationVersion();
    m_keepLeftOut->setVisible(options.format == QLatin1String("target"));
    m_keepLeftOut->setEnabled(!m_document.leftOut.isEmpty());
    m_write->setEnabled(false);
    m_problem->hide();
    m_bytes.clear();
    m_losses->setText(tr("Looking what the format can carry…"));
    m_stop.request_stop();
    m_stop = StopSource();
    const auto work = [document = m_document, path = m_workingFile, options, plugins = m_plugins,
                       stop = m_stop.get_token()] {
        return exportedBy(plugins.get(), document, path, options, stop);
    };
    whenDone(this, runLater(work), [this, run = ++m_run](const Result<session::ExportedDocument> &exported) {
        if (run != m_run)
            return;
        if (!exported.ok()) {
            m_losses->setText(exported.error().text().toHtmlEscaped());
            return;
        }
        m_bytes = exported.value().bytes;
        m_write->setEnabled(true);
        QStringList lines;
        for (const session::ExportLoss &loss : exported.value().losses)
            lines.append(QStringLiteral("• ") + exportLossText(loss).toHtmlEscaped());
        m_losses->setText(lines.isEmpty() ? tr("The format carries all of it.")
                                          : tr("<b>What the format cannot carry</b>") +
                                                QStringLiteral("<br>") + lines.join(QStringLiteral("<br>")));
    });
}

/// Of the file that is written; a plugin writes one like the one that the document was made from.
QString DocumentExport::suffix() const
{
    const QString format = m_format->currentData().toString();
    return m_hasPlugin && format == QLatin1String("target") ? QFileInfo(m_document.originalName).suffix()
                                                            : session::exportSuffix(format);
}

/// "NAME.en.txt" for the text, so that it never takes the source's place.
QString DocumentExport::proposal() const
{
    const QFileInfo working(m_workingFile);
    const QString format = m_format->currentData().toString();
    QString middle;
    if (format == QLatin1String("target"))
        middle =
            u'.' + (m_document.targetLanguage.isEmpty() ? QStringLiteral("en") : m_document.targetLanguage);
    else if (format.startsWith(QLatin1String("xliff-")))
        middle = u'.' + format;
    else if (format.startsWith(QLatin1String("review-")))
        middle = QStringLiteral(".review");
    return working.dir().filePath(working.completeBaseName() + middle + u'.' + suffix());
}

void DocumentExport::write()
{
    const QString format = m_format->currentData().toString();
    const QString suffix = this->suffix();
    QString path = m_questions.glossaryToSave(
        this, proposal(),
        QStringLiteral("%1 (*.%2)").arg(exportFormatText(format).section(u'(', 0, 0).trimmed(), suffix));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + suffix;
    const bool ontoItself = session::isSameFile(path, m_workingFile);
    const Result<void> written =
        ontoItself ? Result<void>(Error{QStringLiteral("export.onto-itself"),
                                        tr("This is the document's own file. Choose another name.")})
                   : session::writeFile(path, m_bytes);
    if (!written.ok()) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, coloursOf(colours).forbidden);
        m_problem->setPalette(colours);
        m_problem->setText(written.error().text().toHtmlEscaped());
        m_problem->show();
        return;
    }
    emit exported(path);
    accept();
}

DocumentExport *showDocumentExport(const DocumentController &controller, Questions &questions,
                                   MessageBar *bar, QWidget *parent,
                                   std::shared_ptr<host::PluginHost> plugins)
{
    if (!controller.hasDocument())
        return nullptr;
    QGuiApplication::inputMethod()->commit(); // what is being composed belongs to the text
    auto *page = new DocumentExport(controller.document(), controller.workingFile(), questions, parent,
                                    std::move(plugins));
    page->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(page, &DocumentExport::exported, bar, [bar](const QString &path) {
        bar->show(MessageBar::Kind::Info,
                  DocumentExport::tr("Exported to %1").arg(QDir::toNativeSeparators(path)));
    });
    page->open();
    return page;
}

} // namespace verbale::workbench
