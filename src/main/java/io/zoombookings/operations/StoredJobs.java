package io.zoombookings.operations;

import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.quartz.QuartzConstants;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A stored job names the Camel context that made it, for good. Another one may run it by now: of an application that was
 * renamed, or one whose name was taken when it started, and got a number. Each of these names stands for this context, or
 * the job would fail at every run.
 */
@Component
class StoredJobs implements CamelContextConfiguration {

    private final ObjectProvider<Scheduler> scheduler;

    StoredJobs(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        // The jobs of the routes are stored while the context starts.
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        scheduler.ifAvailable(quartz -> {
            try {
                for (JobKey job : quartz.getJobKeys(GroupMatcher.anyJobGroup())) {
                    String name = quartz.getJobDetail(job).getJobDataMap().getString(QuartzConstants.QUARTZ_CAMEL_CONTEXT_NAME);
                    if (name != null) {
                        quartz.getContext().putIfAbsent(QuartzConstants.QUARTZ_CAMEL_CONTEXT + "-" + name, context);
                    }
                }
            } catch (SchedulerException e) {
                throw new RuntimeCamelException("The stored jobs could not be read", e);
            }
        });
    }
}
