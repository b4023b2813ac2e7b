using Insights.Ingest.Reading;

namespace Insights.Ingest.Mail;

/// <summary>What a person should know of how a mailbox was read.</summary>
internal static class MailNotices
{
    public static IReadOnlyList<Notice> Of(MailReader reader, IReadOnlyList<MailThread> threads, IReadOnlyList<MailFile> files)
    {
        var requests = threads.Where(t => t.Start == ThreadStart.Client).ToList();
        Notice[] notices =
        [
            new("other_mail", reader.MetCount - reader.BrokenCount - reader.DraftCount - reader.DuplicateCount - reader.Messages.Count, new(
                "Messages neither from nor to the provider: not read beyond their headers, not kept.",
                "Μηνύματα ούτε από ούτε προς τον πάροχο: διαβάστηκαν μόνο οι επικεφαλίδες τους και δεν κρατήθηκαν.")),
            new("duplicate_messages", reader.DuplicateCount, new(
                "Further copies of a message, under another label or folder: counted once.",
                "Επιπλέον αντίγραφα μηνύματος, σε άλλη ετικέτα ή φάκελο: μετρήθηκαν μία φορά.")),
            new("drafts", reader.DraftCount, new(
                "Drafts, which were never sent: left out.", "Πρόχειρα, που δεν στάλθηκαν ποτέ: έμειναν έξω.")),
            new("broken_messages", reader.BrokenCount, new(
                "Messages whose headers cannot be read: left out.",
                "Μηνύματα με επικεφαλίδες που δεν διαβάζονται: έμειναν έξω.")),
            new("dates_corrected", reader.Messages.Count(m => m.IsTimeCorrected), new(
                "Messages whose Date is missing, has no offset or is more than a day off: the time of the server that received them is used.",
                "Μηνύματα που η ημερομηνία τους λείπει, δεν έχει ζώνη ή απέχει πάνω από μία ημέρα: μετρά η ώρα του διακομιστή που τα παρέλαβε.")),
            new("outbound_threads", threads.Count(t => t.Start == ThreadStart.Provider), new(
                "Threads the provider began of its own accord (offers, invoices, announcements): no requests of the client, so no tickets.",
                "Συνομιλίες που άρχισε μόνος του ο πάροχος (προσφορές, τιμολόγια, ανακοινώσεις): δεν είναι αιτήματα του πελάτη.")),
            new("beginning_missing", threads.Count(t => t.Start == ThreadStart.Missing), new(
                "Threads that begin with an answer to a message that is not in the mailbox: when the client asked is not known, so they make no"
                + " tickets; their messages are kept for the ticket of an earlier export. Export the Sent folder and the whole period.",
                "Συνομιλίες που αρχίζουν με απάντηση σε μήνυμα που λείπει: δεν ξέρουμε πότε ρώτησε ο πελάτης, άρα δεν γίνονται αιτήματα· τα"
                + " μηνύματά τους κρατιούνται για το αίτημα παλιότερης εξαγωγής. Κάντε εξαγωγή και των Απεσταλμένων, για όλη την περίοδο.")),
            new("several_problems", requests.Count(t => t.ProblemCount > 1), new(
                "Threads that seem to hold more than one problem (another subject, a silence of 14 days, or words that say so; inferred): each is"
                + " still one ticket.",
                "Συνομιλίες που φαίνεται να έχουν πάνω από ένα πρόβλημα (άλλο θέμα, σιωπή 14 ημερών, ή λόγια που το λένε· συμπέρασμα): η καθεμιά"
                + " μένει ένα αίτημα.")),
            new("only_automatic_answers", requests.Count(t => t.HasOnlyAutomaticAnswers), new(
                "Tickets whose only answers carry the marks of automatic mail. Where the provider answers through a ticket tool, its people's"
                + " answers may carry them too: look at some before saying nobody answered.",
                "Αιτήματα που οι μόνες απαντήσεις τους έχουν σημάδια αυτόματων. Αν ο πάροχος απαντά μέσα από εργαλείο αιτημάτων, ίσως τα έχουν και"
                + " των ανθρώπων του: δείτε μερικές πριν πείτε ότι δεν απάντησε κανείς.")),
            new("other_files", files.Count(f => f.Kind is null), new(
                "Files in the folder that are no mail: left alone.", "Αρχεία στον φάκελο που δεν είναι αλληλογραφία: δεν διαβάστηκαν.")),
        ];
        return [.. notices.Where(n => n.Count > 0)];
    }
}
