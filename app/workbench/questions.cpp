#include "workbench/questions.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace verbale::workbench {

namespace {

struct QuestionWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::QuestionWords)
};

/// The dialog asked about a name without the suffix.
bool mayReplace(QWidget *parent, const QString &path)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::NoIcon);
    box.setWindowTitle(QCoreApplication::applicationName());
    box.setText(QuestionWords::tr("<b>Replace %1?</b>").arg(QFileInfo(path).fileName().toHtmlEscaped()));
    box.setInformativeText(QuestionWords::tr("A file with this name stands there already."));
    const QPushButton *replace = box.addButton(QuestionWords::tr("&Replace"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box.addButton(QuestionWords::tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(cancel);
    box.setEscapeButton(cancel);
    box.exec();
    return box.clickedButton() == replace;
}

Questions::Unsaved askUnsaved(QWidget *parent, const QString &question, const QString &consequence)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::NoIcon);
    box.setWindowTitle(QCoreApplication::applicationName());
    box.setText(question);
    box.setInformativeText(consequence);
    QPushButton *save = box.addButton(QuestionWords::tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(QuestionWords::tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box.addButton(QuestionWords::tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == save)
        return Questions::Unsaved::Save;
    return box.clickedButton() == discard ? Questions::Unsaved::Discard : Questions::Unsaved::Cancel;
}

} // namespace

QString withXliffSuffix(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool has = suffix == QLatin1String("xlf") || suffix.endsWith(QLatin1String("xliff"));
    return path.isEmpty() || has ? path : path + QLatin1String(".xlf");
}

Questions::Unsaved DialogQuestions::unsavedEdits(QWidget *parent, const QString &name)
{
    return askUnsaved(parent, QuestionWords::tr("<b>Save the changes to %1?</b>").arg(name.toHtmlEscaped()),
                      QuestionWords::tr("Without saving, the translations since the last save are lost."));
}

Questions::Unsaved DialogQuestions::unsavedEntries(QWidget *parent, int count)
{
    return askUnsaved(
        parent, QuestionWords::tr("<b>Save %n glossary entries?</b>", nullptr, count),
        QuestionWords::tr("Something stands against them, so they were not saved by themselves. "
                          "Without saving, what was typed is lost."));
}

bool DialogQuestions::leaveUndecided(QWidget *parent, int segments)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::NoIcon);
    box.setWindowTitle(QCoreApplication::applicationName());
    box.setText(QuestionWords::tr("<b>In %n segment(s) nobody has decided between two edits.</b>", nullptr,
                                  segments));
    box.setInformativeText(QuestionWords::tr("Yours are in the file. The other ones stay in the history of "
                                             "their segments, and are not told again."));
    QPushButton *look = box.addButton(QuestionWords::tr("&Look at them"), QMessageBox::RejectRole);
    const QPushButton *leave =
        box.addButton(QuestionWords::tr("&Close all the same"), QMessageBox::DestructiveRole);
    box.setDefaultButton(look);
    box.setEscapeButton(look);
    box.exec();
    return box.clickedButton() == leave;
}

QStringList DialogQuestions::glossariesToOpen(QWidget *parent)
{
    return QFileDialog::getOpenFileNames(
        parent, QuestionWords::tr("Choose glossaries"), QDir::homePath(),
        QuestionWords::tr("Glossaries (*.tsv *.csv *.txt *.tbx *.xml *.xlsx *.vtb)") + QStringLiteral(";;") +
            QuestionWords::tr("All files (*)"));
}

QString DialogQuestions::glossaryToSave(QWidget *parent, const QString &proposal, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, QuestionWords::tr("Save as"), proposal, filter);
}

QString openFilter(const QStringList &pluginFilters)
{
    QStringList filters{
        QuestionWords::tr("Texts and XLIFF (*.txt *.md *.xlf *.xliff *.sdlxliff *.mqxliff *.mxliff)")};
    if (!pluginFilters.isEmpty()) {
        const auto patterns = [](const QString &filter) {
            return filter.section(u'(', -1).section(u')', 0, 0);
        };
        QString all = patterns(filters.first());
        for (const QString &filter : pluginFilters)
            all += u' ' + patterns(filter);
        filters.prepend(QuestionWords::tr("All that can be opened (%1)").arg(all));
    }
    filters += pluginFilters;
    filters += QuestionWords::tr("All files (*)");
    return filters.join(QLatin1String(";;"));
}

QString DialogQuestions::fileToOpen(QWidget *parent, const QString &folder, const QStringList &filters)
{
    return QFileDialog::getOpenFileName(parent, QuestionWords::tr("Open"), folder, openFilter(filters));
}

QString DialogQuestions::reviewToOpen(QWidget *parent, const QString &folder)
{
    const QString filter =
        QuestionWords::tr(
            "Reviewed copies (*.xlf *.xliff *.sdlxliff *.mqxliff *.mxliff *.html *.docx *.tsv)") +
        QStringLiteral(";;") + QuestionWords::tr("All files (*)");
    return QFileDialog::getOpenFileName(parent, QuestionWords::tr("Bring back a review"), folder, filter);
}

QString DialogQuestions::settingsFile(QWidget *parent, const QString &title)
{
    return QFileDialog::getOpenFileName(parent, title, QDir::homePath(), QuestionWords::tr("All files (*)"));
}

QString DialogQuestions::fileToExport(QWidget *parent, const QString &proposal, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, QuestionWords::tr("Export"), proposal, filter);
}

QString DialogQuestions::pluginArchive(QWidget *parent)
{
    const QString filter =
        QuestionWords::tr("Plugins (*.zip)") + QStringLiteral(";;") + QuestionWords::tr("All files (*)");
    return QFileDialog::getOpenFileName(parent, QuestionWords::tr("Install a plugin"), QDir::homePath(),
                                        filter);
}

QString DialogQuestions::pluginFolder(QWidget *parent)
{
    return QFileDialog::getExistingDirectory(
        parent, QuestionWords::tr("Install a plugin: the folder with plugin.json"), QDir::homePath());
}

QString DialogQuestions::fileToSave(QWidget *parent, const QString &proposal)
{
    const QString filter = QuestionWords::tr("XLIFF (*.xlf)");
    QString proposed = proposal;
    for (;;) {
        QFileDialog dialog(parent, QuestionWords::tr("Save as"), QFileInfo(proposed).absolutePath(), filter);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setDefaultSuffix(
            QStringLiteral("xlf")); // so that the dialog's own question is about that file
        dialog.selectFile(QFileInfo(proposed).fileName());
        if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
            return {};
        const QString chosen = dialog.selectedFiles().first();
        const QString path = withXliffSuffix(chosen);
        if (path == chosen || !QFileInfo::exists(path) || mayReplace(parent, path))
            return path;
        proposed = path;
    }
}

} // namespace verbale::workbench
