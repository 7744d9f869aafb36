#include "workbench/questions.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace verbale::workbench {

namespace {

struct QuestionWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::QuestionWords)
};

} // namespace

Questions::Unsaved DialogQuestions::unsavedEdits(QWidget *parent, const QString &name)
{
    QMessageBox box(parent);
    box.setIcon(QMessageBox::NoIcon);
    box.setWindowTitle(QCoreApplication::applicationName());
    box.setText(QuestionWords::tr("<b>Save the changes to %1?</b>").arg(name.toHtmlEscaped()));
    box.setInformativeText(
        QuestionWords::tr("Without saving, the translations since the last save are lost."));
    QPushButton *save = box.addButton(QuestionWords::tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(QuestionWords::tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box.addButton(QuestionWords::tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == save)
        return Unsaved::Save;
    return box.clickedButton() == discard ? Unsaved::Discard : Unsaved::Cancel;
}

QString DialogQuestions::fileToOpen(QWidget *parent, const QString &folder)
{
    const QString filter = QuestionWords::tr("Texts and XLIFF (*.txt *.md *.xlf *.xliff)") +
                           QStringLiteral(";;") + QuestionWords::tr("All files (*)");
    return QFileDialog::getOpenFileName(parent, QuestionWords::tr("Open"), folder, filter);
}

QString DialogQuestions::fileToSave(QWidget *parent, const QString &proposal)
{
    const QString filter = QuestionWords::tr("XLIFF 2.1 (*.xlf)");
    QString path = QFileDialog::getSaveFileName(parent, QuestionWords::tr("Save as"), proposal, filter);
    if (!path.isEmpty() && !path.endsWith(QLatin1String(".xlf")) && !path.endsWith(QLatin1String(".xliff")))
        path += QLatin1String(".xlf");
    return path;
}

} // namespace verbale::workbench
